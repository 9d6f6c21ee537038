import type { Command } from '@tiptap/pm/state'
import { goToNext, goToPrevious, whenEmpty } from '../commands/caret.ts'
import { addPieceAfter, removePiece } from '../commands/pieces.ts'
import { firstOf } from '../run.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

/** Adds a piece after the one whose line is under the caret. */
const addAfter: Command = (state, dispatch, view) =>
  addPieceAfter(state.selection.$from.before(-1))(state, dispatch, view)

/** Removes the piece whose line is under the caret when nothing is written in any of its lines. */
const removeWhenBlank: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if ($from.node(-1).textContent !== '') return false
  return removePiece($from.before(-1))(state, dispatch, view)
}

/**
 * Enter after a text goes to the blank piece below, or adds one; in an empty one it goes on, so that
 * Enter twice leaves.
 */
const addOrGoOn: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const piece = $from.node(-1)
  const next = $from.node(-2).maybeChild($from.indexAfter(-2))
  const isBlankNext = next?.type === piece.type && next.textContent === ''
  const adds = $from.parent.content.size > 0 && !isBlankNext
  return (adds ? firstOf(addAfter, goToNext) : goToNext)(state, dispatch, view)
}

const backspace = whenEmpty(firstOf(removeWhenBlank, goToPrevious))

/** Keys of the last line of a piece. */
export function lastLineKeys(name: string): NonNullable<NodeManners['keys']> {
  return slotKeys(name, { enter: addOrGoOn, backspace })
}

/** Keys of a line of a piece that others follow. */
export function lineKeys(name: string): NonNullable<NodeManners['keys']> {
  return slotKeys(name, { enter: goToNext, backspace })
}

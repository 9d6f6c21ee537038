import { type Command, Selection } from '@tiptap/pm/state'
import { goToNextPiece } from './pieces.ts'

/**
 * Enter in an empty last line of a card's side goes on: from the front to the back, from the back
 * to the front of a new card. The empty line goes when it is not the only one.
 */
export const leaveSide: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth < 3 || $from.parent.content.size > 0) return false
  const side = $from.node(-1)
  const place = $from.index(-1)
  if (!sides.has(side.type.name) || place !== side.childCount - 1) return false
  const spare = side.canReplace(place, place + 1)
  const isBack = side.type.name === 'flashcardBack'
  if (isBack && !spare) return false
  const change = state.tr
  if (spare) change.delete($from.before(), $from.after())
  const next = change.mapping.map(isBack ? $from.after(-2) : $from.after(-1))
  if (!isBack) change.setSelection(Selection.near(change.doc.resolve(next + 1)))
  else if (!goToNextPiece(change, next, $from.node(-2).type)) return false
  dispatch?.(change.scrollIntoView())
  return true
}

/** Enter at the end of what is written on the front goes to the back: a front is a line, most often. */
export const goToBack: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth < 3 || $from.node(-1).type.name !== 'flashcardFront') return false
  const atEnd = $from.parentOffset === $from.parent.content.size
  if (!atEnd || $from.index(-1) !== $from.node(-1).childCount - 1) return false
  const back = Selection.near(state.doc.resolve($from.after(-1) + 1))
  dispatch?.(state.tr.setSelection(back).scrollIntoView())
  return true
}

/** Runs a command only at the start of the first line of a card's side, while that is empty. */
export function inEmptySide(command: Command): Command {
  return (state, dispatch, view) => {
    const { $from, empty } = state.selection
    const first = empty && $from.depth > 2 && $from.parent.content.size === 0
    if (!first || $from.index(-1) !== 0 || !sides.has($from.node(-1).type.name)) return false
    return command(state, dispatch, view)
  }
}

const sides = new Set(['flashcardFront', 'flashcardBack'])

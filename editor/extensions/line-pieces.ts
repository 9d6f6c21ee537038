import type { Command } from '@tiptap/pm/state'
import { goToNext, goToPrevious, whenEmpty } from '../commands/caret.ts'
import { addPieceAfter, removePiece } from '../commands/pieces.ts'
import { type PieceName, pieceView } from '../node-views/piece-view.ts'
import { firstOf } from '../run.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

/** Enter after a line adds one below; in an empty one it goes on, so that Enter twice leaves. */
const enter: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const written = $from.parent.content.size > 0
  const add = addPieceAfter($from.before())
  return (written ? firstOf(add, goToNext) : goToNext)(state, dispatch, view)
}

const remove: Command = (state, dispatch, view) =>
  removePiece(state.selection.$from.before())(state, dispatch, view)

/** A piece that is one line: a statement, a level, a term. */
export function linePiece(
  type: string,
  nameIn: PieceName,
  placeholder: PieceName,
): NodeManners {
  return {
    view: pieceView(nameIn),
    hint: (_, { language }) => ({ placeholder: placeholder(language) }),
    keys: slotKeys(type, { enter, backspace: whenEmpty(firstOf(remove, goToPrevious)) }),
  }
}

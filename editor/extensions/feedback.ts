import type { Command } from '@tiptap/pm/state'
import { goToNext, goToPrevious, leavePart, whenEmpty } from '../commands/caret.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

/** From the last feedback of a question Enter leaves it; from the others it goes on. */
const enter: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const ofQuestion = $from.node(-1).type.name !== 'choice'
  const last = ofQuestion && $from.index(-1) === $from.node(-1).childCount - 1
  return (last ? leavePart : goToNext)(state, dispatch, view)
}

export const feedback: NodeManners = {
  keys: slotKeys('feedback', { enter, backspace: whenEmpty(goToPrevious) }),
}

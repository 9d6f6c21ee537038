import type { Command } from '@tiptap/pm/state'
import { goToPrevious, whenEmpty } from '../commands/caret.ts'
import {
  addNextChoice,
  goToEmptyChoice,
  goToNextChoice,
  removeEmptyChoice,
} from '../commands/choices.ts'
import { firstOf } from '../run.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

/**
 * Enter after a text goes to the empty choice below, or adds one; in an empty one it goes on, so that
 * Enter twice leaves.
 */
const enter: Command = (state, dispatch, view) => {
  const written = state.selection.$from.parent.content.size > 0
  const command = written
    ? firstOf(goToEmptyChoice, addNextChoice, goToNextChoice)
    : goToNextChoice
  return command(state, dispatch, view)
}

export const choiceText: NodeManners = {
  keys: slotKeys('choiceText', {
    enter,
    backspace: whenEmpty(firstOf(removeEmptyChoice, goToPrevious)),
  }),
}

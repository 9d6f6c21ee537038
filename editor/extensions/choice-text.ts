import type { Command } from '@tiptap/pm/state'
import { goToPrevious, whenEmpty } from '../commands/caret.ts'
import { addChoice, goToNextChoice, removeChoice } from '../commands/choices.ts'
import { firstOf } from '../run.ts'
import { nodeFromSpec } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

/** Enter after a text adds a choice below; in an empty one it goes on, so that Enter twice leaves. */
const enter: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const written = $from.parent.content.size > 0
  return firstOf(written ? addChoice($from.after(-1)) : () => false, goToNextChoice)(
    state,
    dispatch,
    view,
  )
}

const removeEmpty: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  if ($from.node(-1).textContent !== '') return false
  return firstOf(removeChoice($from.before(-1)), goToPrevious)(state, dispatch, view)
}

export const choiceText = nodeFromSpec('choiceText', {
  keys: slotKeys('choiceText', { enter, backspace: whenEmpty(removeEmpty) }),
})

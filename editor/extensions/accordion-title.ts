import { removeEmptyItem } from '../commands/accordion.ts'
import { goToNext, inNode, stay, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { firstOf, shortcut } from '../run.ts'
import { nodeFromSpec } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

export const accordionTitle = nodeFromSpec('accordionTitle', {
  keys() {
    return {
      ...slotKeys('accordionTitle', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyItem, dissolveEmptyPart)),
      }).call(this),
      'Shift-Enter': shortcut(inNode('accordionTitle', stay)),
    }
  },
})

import { inNode, stay } from '../commands/caret.ts'
import { goToFirstElement, mergeWithPreviousSection } from '../commands/section.ts'
import { shortcut } from '../run.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

export const sectionTitle: NodeManners = {
  hint: (_, { placeholder }) => ({ placeholder: placeholder.sectionTitle }),
  keys() {
    return {
      ...slotKeys('sectionTitle', {
        enter: goToFirstElement,
        backspace: mergeWithPreviousSection,
      }).call(this),
      'Shift-Enter': shortcut(inNode('sectionTitle', stay)),
    }
  },
}

import { goToNext, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import type { NodeManners } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

export const prompt: NodeManners = {
  hint: (_, { placeholder }) => ({ placeholder: placeholder.prompt }),
  keys: slotKeys('prompt', { enter: goToNext, backspace: whenEmpty(dissolveEmptyPart) }),
}

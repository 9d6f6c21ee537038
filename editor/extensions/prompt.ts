import { goToNext, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { nodeFromSpec } from './from-spec.ts'
import { slotKeys } from './slot-keys.ts'

export const prompt = nodeFromSpec('prompt', {
  keys: slotKeys('prompt', { enter: goToNext, backspace: whenEmpty(dissolveEmptyPart) }),
})

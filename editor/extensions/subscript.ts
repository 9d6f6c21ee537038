import { toggleMark } from '../commands/toggle-mark.ts'
import { shortcut } from '../run.ts'
import { markFromSpec } from './from-spec.ts'

export const subscript = markFromSpec('subscript', {
  keys: () => ({ 'Mod-,': shortcut(toggleMark('subscript')) }),
})

import { toggleMark } from '../commands/toggle-mark.ts'
import { shortcut } from '../run.ts'
import { markFromSpec } from './from-spec.ts'

export const superscript = markFromSpec('superscript', {
  keys: () => ({ 'Mod-.': shortcut(toggleMark('superscript')) }),
})

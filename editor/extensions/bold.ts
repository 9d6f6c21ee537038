import { toggleMark } from '../commands/toggle-mark.ts'
import { shortcut } from '../run.ts'
import { markFromSpec } from './from-spec.ts'

export const bold = markFromSpec('bold', {
  keys: () => ({ 'Mod-b': shortcut(toggleMark('bold')) }),
})

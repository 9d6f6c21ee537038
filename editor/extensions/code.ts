import { toggleMark } from '../commands/toggle-mark.ts'
import { shortcut } from '../run.ts'
import { markFromSpec } from './from-spec.ts'

export const code = markFromSpec('code', {
  keys: () => ({ 'Mod-e': shortcut(toggleMark('code')) }),
})

import { toggleMark } from '../commands/toggle-mark.ts'
import { shortcut } from '../run.ts'
import { markFromSpec } from './from-spec.ts'

export const italic = markFromSpec('italic', {
  keys: () => ({ 'Mod-i': shortcut(toggleMark('italic')) }),
})

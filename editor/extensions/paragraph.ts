import { backToTitle, inNode } from '../commands/caret.ts'
import { shortcut } from '../run.ts'
import { nodeFromSpec } from './from-spec.ts'

export const paragraph = nodeFromSpec('paragraph', {
  keys: () => ({ Backspace: shortcut(inNode('paragraph', backToTitle)) }),
})

import { addItemFromEmptyEnd } from '../commands/accordion.ts'
import { inNode } from '../commands/caret.ts'
import { shortcut } from '../run.ts'
import { nodeFromSpec } from './from-spec.ts'

export const accordionItem = nodeFromSpec('accordionItem', {
  keys: () => ({ Enter: shortcut(inNode('paragraph', addItemFromEmptyEnd)) }),
})

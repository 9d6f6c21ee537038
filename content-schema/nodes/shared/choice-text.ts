import type { NodeSpec } from 'prosemirror-model'
import { element } from './attributes.ts'

export const choiceText: NodeSpec = {
  content: 'inline*',
  defining: true,
  ...element('div', 'choice-text', {}),
}

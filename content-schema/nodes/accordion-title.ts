import type { NodeSpec } from 'prosemirror-model'
import { element } from './attributes.ts'

export const accordionTitle: NodeSpec = {
  content: 'text*',
  marks: '',
  defining: true,
  ...element('div', 'accordion-title', {}),
}

import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, nodeId } from './attributes.ts'

const attrs = { id: nodeId() }
export type AccordionItemAttrs = AttrsOf<typeof attrs>

export const accordionItem: NodeSpec = {
  content: 'accordionTitle flow+',
  isolating: true,
  ...element('div', 'accordion-item', attrs),
}

import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, nodeId } from './attributes.ts'

const attrs = { id: nodeId() }
export type AccordionAttrs = AttrsOf<typeof attrs>

/** Titles that open on their text, one below the other. */
export const accordion: NodeSpec = {
  group: 'element',
  content: 'accordionItem+',
  isolating: true,
  ...element('div', 'accordion', attrs),
}

import type { NodeSpec } from 'prosemirror-model'
import { type AttrsOf, element, nodeId } from './attributes.ts'

const attrs = { id: nodeId() }
export type SectionAttrs = AttrsOf<typeof attrs>

/** A page of the module: a title, then what it holds. */
export const section: NodeSpec = {
  content: 'sectionTitle element+',
  isolating: true,
  defining: true,
  ...element('section', 'section', attrs),
}

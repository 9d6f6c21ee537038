import type { NodeSpec } from 'prosemirror-model'
import { element } from './attributes.ts'

/** Level 2 of the page's outline: the module's own title is level 1. */
export const sectionTitle: NodeSpec = {
  content: 'text*',
  marks: '',
  defining: true,
  ...element('h2', 'section-title', {}),
}

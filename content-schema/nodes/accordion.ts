import type { NodeSpec } from 'prosemirror-model'
import { defineElement, nothingToFind } from '../element.ts'
import { type AttrsOf, element, flag, nodeId } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'

const attrs = {
  ...elementAttrs,
  /** Whether every title must have been opened for the module to be complete. */
  required: flag(),
}
export type AccordionAttrs = AttrsOf<typeof attrs>

/** Titles that open on their text, one below the other. */
const accordion: NodeSpec = {
  group: 'element',
  content: 'accordionItem+',
  isolating: true,
  ...element('div', 'accordion', attrs),
}

const accordionItem: NodeSpec = {
  content: 'accordionTitle flow+',
  isolating: true,
  ...element('div', 'accordion-item', { id: nodeId() }),
}

const accordionTitle: NodeSpec = titleLine('accordion-title')

export default defineElement({
  nodes: { accordion, accordionItem, accordionTitle },
  names: { fr: 'Accordéon', en: 'Accordion' },
  wave: 1,
  group: 'activity',
  tracks: { completion: 'opened' },
  unfinished: nothingToFind,
  // `details` and `summary`: every browser opens them by keyboard and says whether they are open.
  accessibility: nothingToFind,
})

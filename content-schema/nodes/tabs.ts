import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, flag, nodeId } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { titleLine } from './shared/line.ts'
import { untitledParts } from './shared/untitled-parts.ts'

const attrs = {
  ...elementAttrs,
  /** Whether every tab must have been opened for the module to be complete. */
  required: flag(),
}
export type TabsAttrs = AttrsOf<typeof attrs>

/** Texts of which one is shown at a time, under titles side by side. */
const tabs: NodeSpec = {
  group: 'element',
  content: 'tab{2,10}',
  isolating: true,
  ...element('div', 'tabs', attrs),
}

const tab: NodeSpec = {
  content: 'tabTitle flow+',
  isolating: true,
  ...element('div', 'tab', { id: nodeId() }),
}

const tabTitle: NodeSpec = titleLine('tab-title')

export default defineElement({
  nodes: { tabs, tab, tabTitle },
  names: { fr: 'Onglets', en: 'Tabs' },
  wave: 2,
  group: 'activity',
  tracks: { completion: 'opened' },
  unfinished: nothingToFind,
  sentences: {
    'tab-without-title': { fr: 'un onglet n’a pas de titre.', en: 'This tab has no title.' },
  },
  // A tab is a button: without its title it has no name.
  accessibility: (node: Node): Fault[] => untitledParts(node, 'tabs.tab-without-title'),
})

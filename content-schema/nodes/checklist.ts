import type { Node, NodeSpec } from 'prosemirror-model'
import { defineElement, type Fault, nothingToFind } from '../element.ts'
import { type AttrsOf, element, nodeId } from './shared/attributes.ts'
import { elementAttrs } from './shared/element-attributes.ts'
import { textLine } from './shared/line.ts'

const attrs = elementAttrs
export type ChecklistAttrs = AttrsOf<typeof attrs>

/** Things that learners tick for themselves: nobody is told, and nothing is scored. */
const checklist: NodeSpec = {
  group: 'element',
  content: 'checklistItem{1,60}',
  isolating: true,
  ...element('div', 'checklist', attrs),
}

const checklistItem: NodeSpec = {
  content: 'checklistText',
  isolating: true,
  ...element('div', 'checklist-item', { id: nodeId() }),
}

const checklistText: NodeSpec = textLine('checklist-text')

export default defineElement({
  nodes: { checklist, checklistItem, checklistText },
  names: { fr: 'Liste de contrôle', en: 'Checklist' },
  wave: 2,
  group: 'activity',
  tracks: {},
  unfinished: emptyItems,
  sentences: {
    'empty-item': {
      fr: 'un point d’une liste de contrôle est vide.',
      en: 'This checklist item is empty.',
    },
  },
  // Checkboxes, each with its label.
  accessibility: nothingToFind,
})

function emptyItems(node: Node): Fault[] {
  return (node.children as Node[])
    .filter(({ textContent }) => textContent.trim() === '')
    .map((within) => ({ code: 'checklist.empty-item', severity: 'blocks', within }))
}

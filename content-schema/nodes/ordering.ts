import type { Node, NodeSpec } from 'prosemirror-model'
import { type Described, defineElement, nothingToFind } from '../element.ts'
import { excerpt } from '../plain-text.ts'
import type { SequencingKey } from '../scoring/kinds/sequencing.ts'
import { type AttrsOf, element, flag, nodeId } from './shared/attributes.ts'
import { askedIn } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { textLine } from './shared/line.ts'
import { blankFaults, partsOf } from './shared/piece-faults.ts'
import { promptFaults } from './shared/question-faults.ts'

const attrs = {
  ...questionAttrs,
  /** Each item in its place earns its share; without it, all or nothing. */
  partialCredit: flag(true),
}
export type OrderingAttrs = AttrsOf<typeof attrs>

/** Things to be put in order; they are written in the right one. */
const ordering: NodeSpec = {
  group: 'element question',
  content: 'prompt orderingItem{2,24} feedback{2}',
  isolating: true,
  ...element('section', 'ordering', attrs),
}

const orderingItem: NodeSpec = {
  content: 'orderingText',
  isolating: true,
  ...element('div', 'ordering-item', { id: nodeId() }),
}

const orderingText: NodeSpec = textLine('ordering-text')

export default defineElement({
  nodes: { ordering, orderingItem, orderingText },
  names: { fr: 'Remise en ordre', en: 'Ordering' },
  wave: 1,
  group: 'question',
  tracks: { scorm12: 'sequencing', scorm2004: 'sequencing', xapi: 'sequencing' },
  unfinished: (node) => [
    ...promptFaults(node),
    ...blankFaults(node, ['orderingText'], 'ordering.blank-item'),
  ],
  sentences: {
    'blank-item': {
      fr: 'un élément à remettre en ordre est vide.',
      en: 'This item is empty.',
    },
  },
  // Two buttons an item, named after it; its new place is announced.
  accessibility: nothingToFind,
  question: { key: readKey, describe },
})

function readKey(question: Node): { kind: 'sequencing'; key: SequencingKey } {
  const items = partsOf(question, 'orderingItem').map(({ attrs }) => String(attrs.id))
  const { partialCredit } = question.attrs
  return { kind: 'sequencing', key: { items, partialCredit } }
}

function describe(question: Node): Described[] {
  const steps = partsOf(question, 'orderingItem').map((item) => ({
    id: String(item.attrs.id),
    text: excerpt(item, 200),
  }))
  // The order that an LRS is told them in must not be the answer.
  return [{ prompt: askedIn(question), steps: steps.sort((a, b) => (a.id < b.id ? -1 : 1)) }]
}

import type { Node, NodeSpec } from 'prosemirror-model'
import { type Described, defineElement, type Fault, nothingToFind } from '../element.ts'
import { excerpt } from '../plain-text.ts'
import type { MatchingKey } from '../scoring/kinds/matching.ts'
import { type AttrsOf, element, flag, nodeId } from './shared/attributes.ts'
import { askedIn } from './shared/choice-question.ts'
import { questionAttrs } from './shared/element-attributes.ts'
import { textLine, titleLine } from './shared/line.ts'
import { blankFaults, partsOf } from './shared/piece-faults.ts'
import { promptFaults } from './shared/question-faults.ts'

const attrs = {
  ...questionAttrs,
  /** Each item in its category earns its share; without it, all or nothing. */
  partialCredit: flag(true),
}
export type SortingAttrs = AttrsOf<typeof attrs>

/** Things to be put into categories; each is written in its own. */
const sorting: NodeSpec = {
  group: 'element question',
  content: 'prompt sortingCategory{2,8} feedback{2}',
  isolating: true,
  ...element('section', 'sorting', attrs),
}

/** One that nothing belongs to is a trap, and may be. */
const sortingCategory: NodeSpec = {
  content: 'sortingName sortingItem{0,36}',
  isolating: true,
  ...element('div', 'sorting-category', { id: nodeId() }),
}

const sortingName: NodeSpec = titleLine('sorting-name')

const sortingItem: NodeSpec = {
  content: 'sortingText',
  isolating: true,
  ...element('div', 'sorting-item', { id: nodeId() }),
}

const sortingText: NodeSpec = textLine('sorting-text')

/** SCORM 1.2 names a thing to be sorted by one character of `a-z0-9`. */
const mostItems = 36

export default defineElement({
  nodes: { sorting, sortingCategory, sortingName, sortingItem, sortingText },
  names: { fr: 'Classement par catégories', en: 'Sorting' },
  wave: 2,
  group: 'question',
  tracks: { scorm12: 'matching', scorm2004: 'matching', xapi: 'matching' },
  unfinished: (node) => [
    ...promptFaults(node),
    ...blankFaults(node, ['sortingName', 'sortingText'], 'sorting.blank-text'),
    ...countFaults(node),
  ],
  sentences: {
    'blank-text': {
      fr: 'une catégorie ou un élément à classer est vide.',
      en: 'A category or item is empty.',
    },
    'nothing-to-sort': {
      fr: 'une question de classement n’a rien à classer.',
      en: 'This sorting question has no items.',
    },
    'too-many-items': {
      fr: 'une question de classement a plus de 36 éléments, plus qu’un LMS ne peut en nommer.',
      en: 'This sorting question has more than 36 items, the most an LMS can identify.',
    },
  },
  // A list of categories to choose from for each item, labelled by it.
  accessibility: nothingToFind,
  question: { key: readKey, describe },
})

function countFaults(question: Node): Fault[] {
  const count = partsOf(question, 'sortingItem').length
  if (count === 0) return [{ code: 'sorting.nothing-to-sort', severity: 'blocks' }]
  return count > mostItems ? [{ code: 'sorting.too-many-items', severity: 'blocks' }] : []
}

function readKey(question: Node): { kind: 'matching'; key: MatchingKey } | null {
  const categories = partsOf(question, 'sortingCategory')
  const sources = categories.flatMap((category) =>
    partsOf(category, 'sortingItem').map((item) => ({
      id: String(item.attrs.id),
      target: String(category.attrs.id),
    })),
  )
  if (sources.length === 0 || sources.length > mostItems) return null
  const { partialCredit } = question.attrs
  const targets = categories.map(({ attrs }) => String(attrs.id))
  return { kind: 'matching', key: { sources, targets, partialCredit } }
}

function describe(question: Node): Described[] {
  const source = partsOf(question, 'sortingItem').map((item) => ({
    id: String(item.attrs.id),
    text: excerpt(item, 200),
  }))
  const target = partsOf(question, 'sortingCategory').map((category) => ({
    id: String(category.attrs.id),
    text: excerpt(category.firstChild ?? category, 200),
  }))
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  return [{ prompt: askedIn(question), source: source.sort(byId), target }]
}

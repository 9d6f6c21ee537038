import { Fragment, type Node } from 'prosemirror-model'
import { elementsOf, type Placed } from '../elements.ts'
import type { ModuleFacts } from '../module.ts'
import { excerpt, plainText } from '../plain-text.ts'
import { type ElementName, isElement } from '../schema.ts'
import { movedAmong } from './moved.ts'
import { type SettingChange, settingChanges } from './settings.ts'

/** What became of an element from one state of a module to another. */
export type Difference = {
  is: 'added' | 'removed' | 'changed' | 'moved'
  nodeId: string
  element: ElementName | null
  /** Title of the page it stands on. */
  page: string
  /** What changed of its words; a change of its settings alone leaves them as they were. */
  words: WordPiece[]
  /** What changed of its attributes, and of those of its parts. */
  settings: SettingChange[]
  /** It stands elsewhere among those that stayed, or on another page. */
  moved: boolean
}
/** Words that stay, come or go, in the order they are read. */
export type WordPiece = { text: string; is: 'same' | 'added' | 'removed' }

const compared = [
  ...(['title', 'objective', 'summary', 'audience', 'prerequisites'] as const),
  ...(['licence', 'language', 'minutes', 'masteryPercent'] as const),
] as const
export type ComparedFact = (typeof compared)[number]
export type FactDifference = { fact: ComparedFact; before: string; after: string }

/** What two editions of a module say of it, where they differ. */
export function compareFacts(before: ModuleFacts, after: ModuleFacts): FactDifference[] {
  return compared
    .filter((fact) => before[fact] !== after[fact])
    .map((fact) => ({ fact, before: String(before[fact]), after: String(after[fact]) }))
}

/** The elements that two documents do not have alike, by their ids: as they stand now, then those that went. */
export function compareDocuments(before: Node, after: Node): Difference[] {
  const olds = new Map(elementsOf(before).map((placed) => [idOf(placed.node), placed]))
  const news = new Map(elementsOf(after).map((placed) => [idOf(placed.node), placed]))
  const elsewhere = movedBetween(olds, news)
  const now = [...news].flatMap(([id, { node, section }]): Difference[] => {
    const old = olds.get(id)
    const place = { nodeId: id, element: nameOf(node), page: pageOf(section) }
    const moved = elsewhere.has(id)
    if (!old) return [{ is: 'added', ...place, words: all(node, 'added'), settings: [], moved }]
    if (old.node.eq(node))
      return moved
        ? [{ is: 'moved', ...place, words: all(node, 'same'), settings: [], moved }]
        : []
    const words = wordChanges(wordsOf(old.node), wordsOf(node))
    return [{ is: 'changed', ...place, words, settings: settingChanges(old.node, node), moved }]
  })
  const gone = [...olds]
    .filter(([id]) => !news.has(id))
    .map(([nodeId, { node, section }]): Difference => {
      const words = all(node, 'removed')
      const place = { nodeId, element: nameOf(node), page: pageOf(section) }
      return { is: 'removed', ...place, words, settings: [], moved: false }
    })
  return [...now, ...gone]
}

/** Those that are on another page, or that had to be moved on their own. */
function movedBetween(olds: Map<string, Placed>, news: Map<string, Placed>): Set<string> {
  const moved = new Set<string>()
  const onPages = new Map<string, string[]>()
  for (const [id, { section }] of news) {
    const old = olds.get(id)
    if (!old) continue
    const page = idOf(section)
    if (idOf(old.section) !== page) moved.add(id)
    else onPages.set(page, [...(onPages.get(page) ?? []), id])
  }
  for (const after of onPages.values()) {
    const here = new Set(after)
    const before = [...olds.keys()].filter((id) => here.has(id))
    for (const id of movedAmong(before, after)) moved.add(id)
  }
  return moved
}

/** A document of which only some elements are left: wherever they stand, on the page they stand on. */
export function elementsAlone(doc: Node, wanted: (id: string) => boolean): Node {
  const pages = doc.children.map((page) => {
    const kept: Node[] = []
    page.descendants((node) => {
      if (!wanted(idOf(node))) return true
      kept.push(node)
      return false
    })
    return page.copy(Fragment.from([page.child(0), ...kept]))
  })
  return doc.copy(Fragment.from(pages))
}

/** More words than this are shown whole, before and after: nobody reads such a patchwork. */
const mostWords = 400

/** What came and went between two texts, word by word. */
export function wordChanges(before: string, after: string): WordPiece[] {
  const [olds, news] = [before, after].map((text) => text.split(/(?<=\s)/).filter(Boolean))
  if (!olds || !news) return []
  // Most changes are one place in a text: only what lies between what is alike is looked at closely.
  const shorter = Math.min(olds.length, news.length)
  const alike = (a: number, b: number) => olds[a]!.trim() === news[b]!.trim()
  let [head, tail] = [0, 0]
  while (head < shorter && alike(head, head)) head += 1
  while (tail < shorter - head && alike(olds.length - 1 - tail, news.length - 1 - tail))
    tail += 1
  const same = (words: string[]): WordPiece[] => words.map((text) => ({ text, is: 'same' }))
  const [oldMiddle, newMiddle] = [olds, news].map((all) => all.slice(head, all.length - tail))
  return joined([
    ...same(news.slice(0, head)),
    ...changesBetween(oldMiddle!, newMiddle!),
    ...same(news.slice(news.length - tail)),
  ])
}

function changesBetween(olds: string[], news: string[]): WordPiece[] {
  if (olds.length > mostWords || news.length > mostWords)
    return [
      { text: olds.join(''), is: 'removed' },
      { text: news.join(''), is: 'added' },
    ]
  const lengths = commonLengths(olds, news)
  const pieces: WordPiece[] = []
  let [i, j] = [0, 0]
  while (i < olds.length || j < news.length) {
    const [old, own] = [olds[i], news[j]]
    if (old !== undefined && old.trim() === own?.trim()) {
      pieces.push({ text: own, is: 'same' })
      i += 1
      j += 1
    } else if (
      own === undefined ||
      (old !== undefined && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)
    ) {
      pieces.push({ text: old!, is: 'removed' })
      i += 1
    } else {
      pieces.push({ text: own, is: 'added' })
      j += 1
    }
  }
  return pieces
}

/** How many words in order the rests of two texts share, from each place of both. */
function commonLengths(olds: string[], news: string[]): number[][] {
  const lengths = Array.from({ length: olds.length + 1 }, () =>
    new Array<number>(news.length + 1).fill(0),
  )
  for (let i = olds.length - 1; i >= 0; i -= 1)
    for (let j = news.length - 1; j >= 0; j -= 1)
      lengths[i]![j] =
        olds[i]!.trim() === news[j]!.trim()
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

function joined(pieces: WordPiece[]): WordPiece[] {
  const whole: WordPiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.is === piece.is) last.text += piece.text
    else if (piece.text) whole.push({ ...piece })
  }
  return whole
}

function all(node: Node, is: WordPiece['is']): WordPiece[] {
  const text = wordsOf(node)
  return text ? [{ text, is }] : []
}

function wordsOf(node: Node): string {
  return (node.isLeaf ? excerpt(node, 2000) : plainText(node)).trim()
}

function pageOf(section: Node): string {
  return section.firstChild?.textContent ?? ''
}

function nameOf({ type: { name } }: Node): ElementName | null {
  return isElement(name) ? name : null
}

function idOf({ attrs }: Node): string {
  return String(attrs.id)
}

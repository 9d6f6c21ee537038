import type { Node } from 'prosemirror-model'
import { findNode } from '../elements.ts'
import { plainText } from '../plain-text.ts'

/**
 * What a remark is about: some words of a node, with what stands around them. It keeps its place
 * through edits, moves and restored states because it needs nothing of the history between them.
 */
export type Anchor = {
  nodeId: string
  /** The words themselves, as `plainText` gives them; empty for the node as a whole. */
  words: string
  /** Up to 32 characters on either side. */
  before: string
  after: string
  /** Where the words began in the node's text. */
  offset: number
}

/** Characters kept on either side of the words. */
export const contextLength = 32

/**
 * What became of an anchor in another state of its module: its words are there; they have changed
 * (`changed`); only the node that held them is (`node`), or nothing at all (`detached`).
 */
export type Place =
  | { state: 'found' | 'changed'; nodeId: string; from: number; to: number }
  | { state: 'node'; nodeId: string }
  | { state: 'detached' }

/**
 * The anchor of some words of a node. Where they stand in it several times, the place whose
 * beginning is most like `before` is meant.
 *
 * @returns an anchor of the whole node where the words are not in it
 */
export function anchorIn(node: Node, { words = '', before = '' } = {}): Anchor {
  const nodeId = String(node.attrs.id)
  const text = plainText(node)
  const [first] = ranked(occurrences(text, words), text, { before, after: '', offset: 0 })
  if (words === '' || first === undefined)
    return { nodeId, words: '', before: '', after: '', offset: 0 }
  const end = first + words.length
  return {
    nodeId,
    words,
    before: text.slice(Math.max(0, first - contextLength), first),
    after: text.slice(end, end + contextLength),
    offset: first,
  }
}

/** Where what a remark is about stands now. */
export function findAnchor(doc: Node, anchor: Anchor): Place {
  const home = findNode(doc, anchor.nodeId)
  if (anchor.words === '')
    return home ? { state: 'node', nodeId: anchor.nodeId } : { state: 'detached' }
  const here = home && exactIn(home, anchor)
  // The very words elsewhere, in their context, are those that were moved or split off.
  const best = here?.isSure ? here : (elsewhere(doc, anchor) ?? here)
  if (best) return best.place
  const changed = (home && likeIn(home, anchor)) ?? likeElsewhere(doc, anchor)
  if (changed) return changed
  return home ? { state: 'node', nodeId: anchor.nodeId } : { state: 'detached' }
}

/** Whether a place still has the words, or words like them. */
export function hasWords(place: Place): place is Extract<Place, { from: number }> {
  return place.state === 'found' || place.state === 'changed'
}

type Exact = { place: Place; isSure: boolean; score: number }

function exactIn(node: Node, anchor: Anchor): Exact | null {
  const text = plainText(node)
  const [from] = ranked(occurrences(text, anchor.words), text, anchor)
  if (from === undefined) return null
  const score = contextScore(text, from, anchor)
  const nodeId = String(node.attrs.id)
  const place = { state: 'found', nodeId, from, to: from + anchor.words.length } as const
  return { place, score, isSure: score >= sureContext(anchor) }
}

/** In another node, and only where what stands around it says that it is the same place. */
function elsewhere(doc: Node, anchor: Anchor): Exact | null {
  let best: Exact | null = null
  for (const node of textHolders(doc)) {
    if (node.attrs.id === anchor.nodeId) continue
    const found = exactIn(node, anchor)
    if (found?.isSure && found.score > (best?.score ?? 0)) best = found
  }
  return best
}

/** Half of the context that there was, on one side or on both together. */
function sureContext({ before, after }: Anchor): number {
  return Math.max(3, (before.length + after.length) / 2)
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

type Context = Pick<Anchor, 'before' | 'after' | 'offset'> & { words?: string }

/** The likeliest first: by what stands around, then by how near it is to where it was. */
function ranked(places: number[], text: string, anchor: Context): number[] {
  const scored = places.map((from) => ({
    from,
    score: contextScore(text, from, anchor),
    far: Math.abs(from - anchor.offset),
  }))
  return scored.sort((a, b) => b.score - a.score || a.far - b.far).map(({ from }) => from)
}

/** How many characters right before and right after are the same. */
function contextScore(
  text: string,
  from: number,
  { before, after, words = '' }: Context,
): number {
  const to = from + words.length
  let score = 0
  while (score < before.length && before.at(-1 - score) === text[from - 1 - score]) score += 1
  let behind = 0
  while (behind < after.length && after[behind] === text[to + behind]) behind += 1
  return score + behind
}

/** Words that have at least this share of the anchor's own, in their order, are its own, changed. */
const likeEnough = 0.6

/** In the node itself, the run of words most like those of the anchor. */
function likeIn(node: Node, anchor: Anchor, least = likeEnough): Place | null {
  const text = plainText(node)
  const wanted = wordsOf(anchor.words)
  const there = wordsOf(text)
  if (wanted.length === 0) return null
  let best = { share: 0, from: 0, to: 0 }
  for (const size of new Set([wanted.length, wanted.length + 1, wanted.length - 1])) {
    for (let at = 0; size > 0 && at + size <= there.length; at += 1) {
      const run = there.slice(at, at + size)
      const share = commonInOrder(wanted, run) / Math.max(wanted.length, run.length)
      const from = run[0]!.at
      const nearer = Math.abs(from - anchor.offset) < Math.abs(best.from - anchor.offset)
      if (share > best.share || (share === best.share && nearer))
        best = { share, from, to: run.at(-1)!.at + run.at(-1)!.text.length }
    }
  }
  if (best.share >= least)
    return { state: 'changed', nodeId: String(node.attrs.id), from: best.from, to: best.to }
  return between(node, text, anchor)
}

/** What stands now between the words that stood on either side, where both are still there. */
function between(node: Node, text: string, { before, after, words }: Anchor): Place | null {
  const left = before.slice(-12)
  const right = after.slice(0, 12)
  if (left.trim().length < 4 || right.trim().length < 4) return null
  const starts = text.indexOf(left)
  const from = starts + left.length
  const to = starts < 0 ? -1 : text.indexOf(right, from)
  // Much more than there was is something else.
  if (to <= from || to - from > words.length * 2 + contextLength) return null
  return { state: 'changed', nodeId: String(node.attrs.id), from, to }
}

/** Words that went to another node and were changed there: they have to be very much alike. */
function likeElsewhere(doc: Node, anchor: Anchor): Place | null {
  for (const node of textHolders(doc)) {
    if (node.attrs.id === anchor.nodeId) continue
    const found = wordsOf(anchor.words).length >= 4 ? likeIn(node, anchor, 0.75) : null
    if (found) return found
  }
  return null
}

/** The nodes with an id that hold text themselves, not through another node with an id. */
function textHolders(doc: Node): Node[] {
  const holders: Node[] = []
  doc.descendants((node) => {
    if (!node.attrs.id) return true
    const inner = node.children.some((child) => !child.isInline && hasIds(child))
    if (!inner) holders.push(node)
    return inner
  })
  return holders
}

function hasIds(node: Node): boolean {
  if (node.attrs.id) return true
  return node.children.some((child) => hasIds(child))
}

type Word = { text: string; at: number }

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    text: word,
    at: index,
  }))
}

/** How many words two runs share in the same order. */
function commonInOrder(a: readonly Word[], b: readonly Word[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    for (const [j, other] of b.entries())
      next.push(one.text === other.text ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return row.at(-1) ?? 0
}

import type { Node } from 'prosemirror-model'
import { elementsOf, sectionsOf, within } from '../elements.ts'
import type { Finding } from '../finding.ts'
import { plainText } from '../plain-text.ts'
import { elementOf, isQuestion } from '../schema.ts'
import type { InteractionType } from '../scoring/kind.ts'
import type { KnownAssets } from './asset-facts.ts'

type Known = {
  language: string
  /** Announced to learners. */
  minutes: number
  assets: KnownAssets
}

/** More elements than this in one module are no longer one thing to learn (design §3). */
const mostElements = 120
/** About 900 characters: more than a phone shows at once. */
const longestParagraph = 150
/**
 * So many times what is announced, or so many times less, one of the two is wrong. Less is said later:
 * looking at pictures, going back and trying again take time that is not estimated.
 */
const tolerance = { more: 2, less: 3 }
/** A section that takes this many times what the others do, in the middle, and over five minutes. */
const outOfProportion = { times: 3, seconds: 300 }

/** What takes longer, or much less, than is announced or than can be read at one go. */
export function lengthFindings(doc: Node, known: Known): Finding[] {
  const seconds = secondsBySection(doc, known)
  return [
    ...announced(sum(seconds), known.minutes),
    ...longSections(doc, seconds),
    ...longParagraphs(doc),
    ...manyElements(doc),
  ]
}

/**
 * How long a learner takes to read, play and answer all of it, in seconds. Pictures, files to open
 * and what is done away from the screen are not in it.
 */
export function estimatedSeconds(doc: Node, known: Omit<Known, 'minutes'>): number {
  return sum(secondsBySection(doc, known))
}

/** As {@link estimatedSeconds}, for each section alone. */
export function secondsBySection(doc: Node, known: Omit<Known, 'minutes'>): number[] {
  const rate = wordsPerMinute[known.language.slice(0, 2)] ?? anyLanguage
  return sectionsOf(doc).map((section) => secondsOf(section, { rate, assets: known.assets }))
}

/**
 * Adults reading silently: English non-fiction; French; the mean of seventeen languages.
 *
 * @see M. Brysbaert, How many words do we read per minute?, J. Memory and Language 109 (2019) 104047
 * @see S. Trauzettel-Klosinski and K. Dietz, Standardized Assessment of Reading Performance: The New
 *   International Reading Speed Texts IReST, IOVS 53 (2012) 5452–5461
 */
const wordsPerMinute: Record<string, number> = { en: 238, fr: 195 }
const anyLanguage = 184

/**
 * Seconds to read a question and answer it once. An opinion is ours: no source was found.
 *
 * @see Lansing Community College, Tips on Constructing Tests
 */
const secondsToAnswer: Record<InteractionType, number> = {
  'true-false': 30,
  choice: 60,
  'fill-in': 40,
  'long-fill-in': 120,
  matching: 60,
  sequencing: 60,
  numeric: 60,
  likert: 15,
}

type Reading = { rate: number; assets: KnownAssets }

function secondsOf(node: Node, reading: Reading): number {
  const { name } = node.type
  if (isQuestion(name)) return Math.max(toAnswer(node), toRead(node, reading))
  if (node.isTextblock) return toRead(node, reading)
  return toPlay(node, reading) + sum(node.children.map((child) => secondsOf(child, reading)))
}

function toAnswer(question: Node): number {
  const type = elementOf(question)?.tracks.scorm2004
  return type ? secondsToAnswer[type] : 0
}

function toRead(node: Node, { rate }: Reading): number {
  return (wordsOf(node) / rate) * 60
}

/** A film or a sound lasts what its file does. */
function toPlay({ attrs }: Node, { assets }: Reading): number {
  return (assets.get(attrs.asset)?.duration ?? 0) / 1000
}

function announced(seconds: number, minutes: number): Finding[] {
  const estimate = Math.max(1, Math.round(seconds / 60))
  const params = { minutes: estimate, announced: minutes }
  const found = (code: string): Finding[] => [{ code, severity: 'warns', nodeId: null, params }]
  if (seconds > minutes * 60 * tolerance.more) return found('length.longer-than-announced')
  if (seconds > 0 && seconds < (minutes * 60) / tolerance.less) {
    return found('length.shorter-than-announced')
  }
  return []
}

function longSections(doc: Node, seconds: number[]): Finding[] {
  if (seconds.length < 3) return []
  const usual = median(seconds)
  const { times, seconds: least } = outOfProportion
  return sectionsOf(doc).flatMap(({ attrs }, index) => {
    const own = seconds[index] ?? 0
    if (own < least || own <= usual * times) return []
    const params = {
      minutes: Math.round(own / 60),
      others: Math.max(1, Math.round(usual / 60)),
    }
    return [{ code: 'length.section-too-long', severity: 'warns', nodeId: attrs.id, params }]
  })
}

function longParagraphs(doc: Node): Finding[] {
  return elementsOf(doc)
    .flatMap(({ node }) => within(node))
    .filter(({ type }) => type.name === 'paragraph')
    .flatMap((node) => {
      const words = wordsOf(node)
      if (words <= longestParagraph) return []
      const [nodeId, params] = [node.attrs.id as string, { words }]
      return [{ code: 'length.paragraph-too-long', severity: 'warns', nodeId, params }]
    })
}

function manyElements(doc: Node): Finding[] {
  const count = elementsOf(doc).length
  if (count <= mostElements) return []
  const params = { elements: count, most: mostElements }
  return [{ code: 'length.too-many-elements', severity: 'warns', nodeId: null, params }]
}

function wordsOf(node: Node): number {
  return plainText(node).match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

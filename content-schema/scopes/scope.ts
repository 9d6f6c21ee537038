import { canonicalJson } from '../canonical-json.ts'
import type { NodeJson } from '../identity.ts'
import type { Alignment, Aspect, ModuleFacts } from '../module.ts'
import type { RightsRecord } from '../rights-record.ts'
import { isQuestion, schema } from '../schema.ts'
import { attributeAnswering, factAspects } from './answers-for.ts'

/** All that somebody can answer for: a module as it would be published. */
export type Answerable = {
  facts: ModuleFacts
  alignments: readonly Alignment[]
  /** Without any reference. */
  doc: NodeJson
  /** The modules reused, with what the law has to know of each. */
  uses: readonly { moduleId: string; licence: string; authors: readonly string[] }[]
  /** Rights of each file shown, by its SHA-256. */
  rights: Readonly<Record<string, RightsRecord>>
}

/**
 * What one aspect of a module is about, as JSON: an approval of that aspect holds for as long as
 * this is the same. What is not in it may change without asking anybody again.
 */
export function scopeOf(aspect: Aspect, module: Answerable): unknown {
  const facts = Object.entries(module.facts).filter(([name]) =>
    factAspects[name as keyof ModuleFacts]?.includes(aspect),
  )
  return {
    facts: Object.fromEntries(facts),
    ...(aspect === 'pedagogy' && { alignments: inOrder(module.alignments) }),
    ...(aspect === 'law' && { uses: inOrder(module.uses), rights: module.rights }),
    nodes: inSequence.has(aspect)
      ? (projected(module.doc, { aspect, inside: null })?.content ?? [])
      : inOrder(listed(module.doc, { aspect, inside: null })),
  }
}

/** What an aspect is about in one node alone; `null` stands for none. */
export function scopeOfNode(aspect: Aspect, node: NodeJson | null): unknown {
  if (!node) return null
  const place = { aspect, inside: null }
  return inSequence.has(aspect) ? projected(node, place) : listed(node, place)
}

/** Where it matters what stands where; elsewhere a node may move without asking anybody. */
const inSequence: ReadonlySet<Aspect> = new Set([
  'content',
  'pedagogy',
  'technique',
  'accessibility',
])

/** Where a node stands: inside which element, as far as words are concerned. */
type Place = { aspect: Aspect; inside: 'question' | 'reflection' | 'title' | null }

/** Whose words are read where. */
const readsWords: Record<Aspect, (place: Place, node: NodeJson) => boolean> = {
  content: () => true,
  pedagogy: ({ inside }) => inside !== null,
  law: () => false,
  technique: () => false,
  // Where a link leads has to be said by its own words (RGAA 6.1), and foreign words are marked (8.7).
  accessibility: (_place, { marks = [] }) =>
    marks.some(({ type }) => type === 'link' || type === 'language'),
  tutoring: ({ inside }) => inside === 'reflection',
}

/** Where links lead matters to the law and to what has to work, beside whoever reads their words. */
const readsLinks: ReadonlySet<Aspect> = new Set(['law', 'technique'])

type Kept = { type: string; attrs?: object; content?: Kept[]; text?: string; marks?: unknown }

/** A node with what of it an aspect is about; `null` where that is nothing. */
function projected(node: NodeJson, place: Place): Kept | null {
  if (node.type === 'text') return wordsOf(node, place)
  const within = entered(node, place)
  const attrs = attributesOf(node, place.aspect)
  const content = (node.content ?? []).flatMap((child) => projected(child, within) ?? [])
  const says = Object.keys(attrs).length > 0 || content.length > 0
  if (!says && isProse(node) && place.aspect !== 'content') return null
  const id = node.attrs?.id
  return {
    type: node.type,
    attrs: id === undefined ? attrs : { id, ...attrs },
    ...(content.length > 0 && { content }),
  }
}

/** The nodes an aspect is about, wherever they stand. */
function listed(node: NodeJson, place: Place, holder = ''): Kept[] {
  if (node.type === 'text') {
    const words = wordsOf(node, place)
    return words ? [{ ...words, attrs: { holder } }] : []
  }
  const id = typeof node.attrs?.id === 'string' ? node.attrs.id : holder
  const attrs = attributesOf(node, place.aspect)
  const own =
    Object.keys(attrs).length > 0 ? [{ type: node.type, attrs: { id, ...attrs } }] : []
  const within = entered(node, place)
  return [...own, ...(node.content ?? []).flatMap((child) => listed(child, within, id))]
}

function wordsOf(node: NodeJson, place: Place): Kept | null {
  const { type, text = '', marks = [] } = node
  if (readsWords[place.aspect](place, node)) return { type, text, marks }
  const links = readsLinks.has(place.aspect) ? marks.filter((mark) => mark.type === 'link') : []
  return links.length > 0 ? { type, marks: links } : null
}

/** Attributes as the schema fills them in are left out: a new one changes no digest of before. */
function attributesOf({ type, attrs = {} }: NodeJson, aspect: Aspect): Record<string, unknown> {
  const kept = Object.entries(attrs).filter(
    ([name, value]) =>
      name !== 'id' &&
      canonicalJson(value) !== defaultOf(type, name) &&
      attributeAnswering(name).includes(aspect),
  )
  return Object.fromEntries(kept)
}

function entered({ type }: NodeJson, place: Place): Place {
  if (type === 'reflection') return { ...place, inside: 'reflection' }
  if (isQuestion(type)) return { ...place, inside: 'question' }
  return type === 'sectionTitle' ? { ...place, inside: 'title' } : place
}

const proseTypes = new Set(['paragraph', 'hardBreak', 'bulletList', 'orderedList', 'listItem'])

/** Running text: how many paragraphs it has concerns only those who read it. */
function isProse({ type }: NodeJson): boolean {
  return proseTypes.has(type)
}

function defaultOf(type: string, name: string): string | undefined {
  const attribute = schema.nodes[type as keyof typeof schema.nodes]?.spec.attrs?.[name]
  return attribute && canonicalJson(attribute.default)
}

/** In an order that does not depend on where things stand. */
function inOrder<T>(values: readonly T[]): T[] {
  const keyed = values.map((value) => ({ key: canonicalJson(value), value }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ value }) => value)
}

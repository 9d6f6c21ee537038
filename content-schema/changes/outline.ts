import type { StoredDocument } from '../document.ts'
import type { NodeJson } from '../identity.ts'
import { type DocumentChange, isEmpty } from './change.ts'
import { nodeDigest } from './node-digest.ts'

/**
 * What somebody has of a document, without its content: each section's id, then the digests they
 * would recognise it under; `null` stands for a section that is not there. The first is what they
 * hold; others are what they sent and got no answer about, so that it is not taken for somebody
 * else's.
 */
export type Outline = [id: string, ...digests: (string | null)[]][]

export function outlineOf(document: StoredDocument): Outline {
  return sectionsOf(document).map((section) => [idOf(section), nodeDigest(section)])
}

/**
 * What is to be told to somebody, so that they have the document as it is: whole sections, for
 * what they hold is known only by its digest.
 */
export function newsFor(outline: Outline, document: StoredDocument): DocumentChange | null {
  const held = new Map(outline.map(([id, digest]) => [id, digest ?? null]))
  const sections = sectionsOf(document)
  const put = sections.filter((section) => held.get(idOf(section)) !== nodeDigest(section))
  const order = sections.map(idOf)
  const sameOrder = String(order) === String(heldIds(outline))
  const doc = { ...(!sameOrder && { order }), ...(put.length > 0 && { put }) }
  const news = { format: document.format, doc }
  return isEmpty(news) ? null : news
}

/** Ids of the sections that somebody holds, in their order. */
export function heldIds(outline: Outline): string[] {
  return outline.filter(([, digest]) => digest !== null).map(([id]) => id)
}

export function sectionsOf({ doc }: StoredDocument): NodeJson[] {
  return doc.content ?? []
}

/** The words of a section's title, empty when it has none or is not there. */
export function sectionTitle(document: StoredDocument, id: string): string {
  const section = sectionsOf(document).find((each) => idOf(each) === id)
  const [title] = section?.content ?? []
  return (title?.content ?? []).map(({ text }) => text ?? '').join('')
}

/** The section that holds a node, or is it; `null` when none does. */
export function sectionAround(document: StoredDocument, nodeId: string): string | null {
  const found = sectionsOf(document).find((section) => holds(section, nodeId))
  return found ? idOf(found) : null
}

function holds(node: NodeJson, id: string): boolean {
  return node.attrs?.id === id || (node.content ?? []).some((child) => holds(child, id))
}

export function idOf(section: NodeJson): string {
  return String(section.attrs?.id ?? '')
}

/** Asked at each key: digests are remembered by node, so that it costs the nodes that changed. */
export function sameDocument(one: StoredDocument, other: StoredDocument): boolean {
  return one === other || String(outlineOf(one)) === String(outlineOf(other))
}

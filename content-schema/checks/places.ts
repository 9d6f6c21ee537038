import type { Node } from 'prosemirror-model'
import { sectionsOf } from '../elements.ts'
import type { Finding } from '../finding.ts'
import { excerpt, plainText } from '../plain-text.ts'
import { type ElementName, isElement } from '../schema.ts'

/** Where something stands, in what an author sees of it: two places never read alike. */
export type Place = {
  /** Of its section, from 1. */
  section: number
  title: string
  /** `null` for a section. */
  element: ElementName | null
  /** The first words of the element; empty when nothing is written in it yet. */
  words: string
  /** Which of its kind it is in the section, from 1. */
  number: number
  /** Which part of the element, from 1 (its second choice, for example); `null` for the whole. */
  part: number | null
}

/** Says of each finding where it leads, so that two faults of one kind are told apart. */
export function withPlaces(doc: Node, findings: Finding[]): Finding[] {
  const places = placesOf(doc)
  return findings.map((finding) => {
    const place = finding.nodeId === null ? undefined : places.get(finding.nodeId)
    return place ? { ...finding, place } : finding
  })
}

/** The place of each node that carries an id. */
function placesOf(doc: Node): Map<string, Place> {
  const places = new Map<string, Place>()
  sectionsOf(doc).forEach((section, index) => {
    const title = section.firstChild ? plainText(section.firstChild).trim() : ''
    const own = { section: index + 1, title, element: null, words: '', number: 1, part: null }
    places.set(section.attrs.id, own)
    placeParts(section, own, { places, counts: new Map() })
  })
  return places
}

type Seen = { places: Map<string, Place>; counts: Map<string, number> }

function placeParts(parent: Node, around: Place, seen: Seen): void {
  const parts = new Map<string, number>()
  for (const node of parent.children) {
    const part = count(parts, node.type.name)
    // The back of the second card is the second card's, not the first back.
    const place = placeOf(
      node,
      around,
      isOnly(node, parent) ? (around.part ?? part) : part,
      seen,
    )
    if (node.attrs.id) seen.places.set(node.attrs.id, place)
    if (!node.inlineContent) placeParts(node, place, seen)
  }
}

function placeOf(node: Node, around: Place, part: number, { counts }: Seen): Place {
  const { name } = node.type
  if (isElement(name)) {
    const words = excerpt(node, 40)
    return { ...around, element: name, words, number: count(counts, name), part: null }
  }
  return node.attrs.id ? { ...around, part } : around
}

function isOnly(node: Node, parent: Node): boolean {
  return parent.children.filter(({ type }) => type === node.type).length === 1
}

function count(counts: Map<string, number>, name: string): number {
  const now = (counts.get(name) ?? 0) + 1
  counts.set(name, now)
  return now
}

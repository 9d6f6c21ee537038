import type { StoredDocument } from '../document.ts'
import { type NodeJson, repeatedIds, withNewIds } from '../identity.ts'
import { applyWithin, keysOf, nodesOf, pairsOf } from './apply.ts'
import type { DocumentChange } from './change.ts'
import { mergeOrder } from './merge-order.ts'
import { nodeDigest } from './node-digest.ts'
import { heldIds, idOf, type Outline, sectionsOf } from './outline.ts'

/**
 * `document` has both what changed and what had changed meanwhile; `held` is what whoever sent the
 * change then holds, to be told the rest. In conflict: sections that both changed, by id.
 */
export type Merge =
  | { document: StoredDocument; held: Outline; conflicts?: undefined }
  | { conflicts: string[] }

/**
 * Makes a change on a document that may have moved on since: section by section, and only where
 * nobody else was. Nothing of the older document is needed but its outline.
 *
 * @throws DocumentError `document.malformed` when the change is none
 */
export function mergeChange(
  base: Outline,
  change: DocumentChange,
  current: StoredDocument,
): Merge {
  const { doc } = change
  const theirs = new Map(sectionsOf(current).map((section) => [idOf(section), section]))
  const recognised = new Map(base.map(([id, ...digests]) => [id, digests]))
  const mineOrder = doc.order === undefined ? heldIds(base) : keysOf(doc.order)
  const mine = sectionsOfMine(doc, theirs, recognised)
  const removed = base.map(([id]) => id).filter((id) => !mineOrder.includes(id))
  for (const id of removed) mine.set(id, null)
  const conflicts = [...mine.keys()].filter((id) => {
    const [own, other] = [mine.get(id), theirs.get(id) ?? null]
    const seen = recognised.get(id) ?? [null]
    const same = own !== undefined && digestOf(own) === digestOf(other)
    return own === undefined || (!same && !seen.includes(digestOf(other)))
  })
  if (conflicts.length > 0) return { conflicts }
  const order = mergeOrder(heldIds(base), mineOrder, [...theirs.keys()])
  const sections = order.flatMap((id) => mine.get(id) ?? theirs.get(id) ?? [])
  const content = renewShared(sections, mine)
  return {
    document: { format: current.format, doc: { ...current.doc, content } },
    held: heldAfter(base, mineOrder, mine),
  }
}

/** What each touched section becomes: `null` when removed, `undefined` when it cannot be known any more. */
type Mine = Map<string, NodeJson | null | undefined>

function sectionsOfMine(
  doc: DocumentChange['doc'],
  theirs: ReadonlyMap<string, NodeJson>,
  recognised: ReadonlyMap<string, (string | null)[]>,
): Mine {
  const mine: Mine = new Map()
  for (const [id, inner] of pairsOf(doc.within)) {
    const section = theirs.get(id)
    const isBase = section && recognised.get(id)?.[0] === nodeDigest(section)
    mine.set(id, isBase ? applyWithin(section, inner) : undefined)
  }
  for (const section of nodesOf(doc.put)) mine.set(idOf(section), section)
  return mine
}

/**
 * A node that one moved away and the other brought back would stand twice: mine gets a new id, and
 * so does all that came with it, what leads from one to another following.
 */
function renewShared(sections: NodeJson[], mine: Mine): NodeJson[] {
  const shared = new Set(repeatedIds({ type: 'doc', content: sections }))
  if (shared.size === 0) return sections
  const own = sections.filter((section) => mine.get(idOf(section)) === section)
  const copies = own.flatMap((section) => outermost(section, shared))
  const renewed = withNewIds(copies)
  const byCopy = new Map(copies.map((copy, index) => [copy, renewed[index] ?? copy]))
  return sections.map((section) =>
    own.includes(section) ? replaced(section, byCopy) : section,
  )
}

/** The nodes below that bear one of these ids and stand in no other that does. */
function outermost(node: NodeJson, shared: ReadonlySet<string>): NodeJson[] {
  return (node.content ?? []).flatMap((child) =>
    shared.has(idOf(child)) ? [child] : outermost(child, shared),
  )
}

function replaced(node: NodeJson, by: ReadonlyMap<NodeJson, NodeJson>): NodeJson {
  if (!node.content) return node
  return { ...node, content: node.content.map((child) => by.get(child) ?? replaced(child, by)) }
}

function heldAfter(base: Outline, order: string[], mine: Mine): Outline {
  const before = new Map(base.map(([id, digest]) => [id, digest]))
  return order.map((id) => {
    const section = mine.get(id)
    return [id, section ? nodeDigest(section) : (before.get(id) ?? null)]
  })
}

function digestOf(section: NodeJson | null): string | null {
  return section && nodeDigest(section)
}

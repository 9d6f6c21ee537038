import type { StoredDocument } from '../document.ts'
import type { NodeJson } from '../identity.ts'
import { insertLike, mergeOrder } from './merge-order.ts'
import { nodeDigest } from './node-digest.ts'
import { idOf, sectionsOf } from './outline.ts'

export type TakenUp = {
  /** Mine, with what others did where I did nothing. */
  mine: StoredDocument
  /** What mine is now made from: theirs, but for the sections in conflict. */
  base: StoredDocument
  /** Ids of sections that both of us changed since the base. */
  conflicts: string[]
}

/**
 * Takes up what others did while I was writing, section by section. A section that both changed
 * stays mine, made from what it was made from: it is for a person to choose.
 */
export function takeUp(
  base: StoredDocument,
  mine: StoredDocument,
  theirs: StoredDocument,
): TakenUp {
  const [olds, owns, others] = [byId(base), byId(mine), byId(theirs)]
  const ids = new Set([...olds.keys(), ...owns.keys(), ...others.keys()])
  const conflicts = [...ids].filter((id) => {
    const [old, own, other] = [olds, owns, others].map((each) => digestIn(each, id))
    return own !== old && other !== old && own !== other
  })
  const inConflict = new Set(conflicts)
  const merged = mergeOrder([...olds.keys()], [...owns.keys()], [...others.keys()])
  const untouched = (id: string) => digestIn(owns, id) === digestIn(olds, id)
  const myOrder = withThose([...owns.keys()], merged, inConflict, owns)
  const baseOrder = withThose([...olds.keys()], [...others.keys()], inConflict, olds)
  return {
    mine: rebuilt(mine, myOrder, (id) =>
      inConflict.has(id) || !untouched(id) ? owns.get(id) : others.get(id),
    ),
    base: rebuilt(theirs, baseOrder, (id) => (inConflict.has(id) ? olds : others).get(id)),
    conflicts,
  }
}

/** An order that also has, or no longer has, the sections in conflict, as they are in `side`. */
function withThose(
  own: string[],
  order: string[],
  inConflict: ReadonlySet<string>,
  side: ReadonlyMap<string, NodeJson>,
): string[] {
  const kept = order.filter((id) => !inConflict.has(id) || side.has(id))
  const missing = own.filter((id) => inConflict.has(id) && !kept.includes(id))
  return insertLike(kept, missing, own)
}

function rebuilt(
  document: StoredDocument,
  order: string[],
  pick: (id: string) => NodeJson | undefined,
): StoredDocument {
  const content = order.flatMap((id) => pick(id) ?? [])
  return { ...document, doc: { ...document.doc, content } }
}

function byId(document: StoredDocument): Map<string, NodeJson> {
  return new Map(sectionsOf(document).map((section) => [idOf(section), section]))
}

function digestIn(sections: ReadonlyMap<string, NodeJson>, id: string): string | null {
  const section = sections.get(id)
  return section ? nodeDigest(section) : null
}

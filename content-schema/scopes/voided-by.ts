import { canonicalJson } from '../canonical-json.ts'
import {
  compareDocuments,
  compareFacts,
  type Difference,
  type FactDifference,
} from '../comparison/compare.ts'
import { findNode } from '../elements.ts'
import type { Aspect } from '../module.ts'
import { schema } from '../schema.ts'
import { factAspects } from './answers-for.ts'
import { type Answerable, scopeOf, scopeOfNode } from './scope.ts'

/** Why an approval of one aspect no longer holds. */
export type Voiding = {
  facts: FactDifference[]
  elements: Difference[]
  /** Ties to competencies, or what else is reused: it is not said in words. */
  alignments: boolean
  uses: boolean
  /** Rights of a file; those of before are not kept, so this is what is left where nothing else changed. */
  rights: boolean
  /** The same elements in another order. */
  order: boolean
}

/** The very changes that an aspect is about, between what was signed and what stands there now. */
export function voidedBy(aspect: Aspect, before: Answerable, after: Answerable): Voiding {
  const [old, now] = [before.doc, after.doc].map((doc) => schema.nodeFromJSON(doc))
  const facts = compareFacts(before.facts, after.facts).filter(({ fact }) =>
    factAspects[fact].includes(aspect),
  )
  const elements = compareDocuments(old!, now!).filter(({ nodeId }) => {
    const [was, is] = [old!, now!].map((doc) => findNode(doc, nodeId)?.toJSON() ?? null)
    return canonicalJson(scopeOfNode(aspect, was)) !== canonicalJson(scopeOfNode(aspect, is))
  })
  const differs = (one: (module: Answerable) => unknown) =>
    canonicalJson(one(before)) !== canonicalJson(one(after))
  const alignments = aspect === 'pedagogy' && differs((module) => module.alignments)
  const uses = aspect === 'law' && differs((module) => module.uses)
  const found = facts.length + elements.length > 0 || alignments || uses
  const order = !found && differs((module) => scopeOf(aspect, { ...module, rights: {} }))
  const rights = aspect === 'law' && !found && !order
  return { facts, elements, alignments, uses, rights, order }
}

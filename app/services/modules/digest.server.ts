import { createHash } from 'node:crypto'
import { canonicalJson } from '#content-schema/canonical-json.ts'
import type { ModuleFacts, RevisionContent } from '#content-schema/module.ts'

/**
 * SHA-256, in hexadecimal, over the canonical JSON of facts, alignments and document, and over the
 * digests of what it reuses. Files are named in the document by their own SHA-256, so they are covered too.
 *
 * @param uses the digest that each reference leads to, `null` where it leads nowhere
 */
export function digestOf(
  { facts, alignments, document }: RevisionContent,
  uses: (readonly [referenceId: string, digest: string | null])[] = [],
): string {
  const content = { facts, alignments, document }
  return hashOf(uses.length === 0 ? content : { ...content, uses })
}

/** SHA-256 of a module's facts alone: what a form names to say which facts it was made from. */
export function factsDigest(facts: ModuleFacts): string {
  return hashOf(facts)
}

/** SHA-256 of anything that is JSON. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

import { createHash } from 'node:crypto'
import { canonicalJson } from '#content-schema/canonical-json.ts'
import type { RevisionContent } from '#content-schema/module.ts'

/**
 * SHA-256, in hexadecimal, over the canonical JSON of facts, alignments and document. Files are
 * named in the document by their own SHA-256, so they are covered too.
 */
export function digestOf({ facts, alignments, document }: RevisionContent): string {
  return createHash('sha256')
    .update(canonicalJson({ facts, alignments, document }))
    .digest('hex')
}

import type { DocumentKind } from '#app/db/schema/statements/documents.ts'
import { Refusal } from '../http/refusal.ts'
import type { Version } from '../http/version.ts'

type Conditions = {
  method: string
  header: (name: string) => string | undefined
  version: Version
  kind: DocumentKind
}

/**
 * Refuses a change made from something else than what is stored. Version 1.0.3 guards profiles and
 * wants a condition with each PUT of one; version 2.0 guards states as well, and only what is there
 * already.
 *
 * @param etag of what is stored; `null` when nothing is
 * @throws Refusal 412 when a condition is not met, 409 or 400 when one had to be given
 * @see xAPI 1.0.3, Communication 3.1; xAPI 2.0 (IEEE 9274.1.1) 4.1.4
 */
export function checkConditions(
  { method, header, version, kind }: Conditions,
  etag: string | null,
): void {
  const ifMatch = header('if-match')
  const ifNoneMatch = header('if-none-match')
  if (ifMatch !== undefined && !isAmong(etag, ifMatch)) throw unmet('If-Match')
  if (ifNoneMatch !== undefined && isAmong(etag, ifNoneMatch)) throw unmet('If-None-Match')
  const conditional = ifMatch !== undefined || ifNoneMatch !== undefined
  if (method === 'PUT' && !conditional) refuseUnguarded(version, kind, etag !== null)
}

function refuseUnguarded(version: Version, kind: DocumentKind, exists: boolean): void {
  if (version === '1.0.3' && kind === 'state') return
  if (exists) {
    throw new Refusal(
      409,
      'document.conflict',
      'a document is there already: read it, then send its ETag in If-Match, or ' +
        'If-None-Match: * to write only where there is none',
    )
  }
  if (version === '2.0.0') return
  throw new Refusal(
    400,
    'document.no-condition',
    'a PUT of a profile needs If-Match or If-None-Match',
  )
}

function unmet(name: string): Refusal {
  return new Refusal(412, 'document.precondition', `${name} does not hold for what is stored`)
}

/** `*` is any document that is there. Weak tags and tags without quotes are compared as well. */
function isAmong(etag: string | null, header: string): boolean {
  if (etag === null) return false
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.some((tag) => tag === '*' || tag.replace(/^"(.*)"$/, '$1') === etag)
}

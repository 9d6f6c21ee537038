import { eq } from 'drizzle-orm'
import { modules } from '#app/db/schema/bank/index.ts'
import { digestOf } from '#app/services/modules/digest.server.ts'
import type { Draft, Reader } from '#app/services/modules/find-module.server.ts'
import { type Reference, referencesOf } from '#content-schema/reuse/reference.ts'
import type { ReuseFault } from '#content-schema/reuse/resolve.ts'
import { type ReusableEdition, reusableEdition } from './reusable.server.ts'

/** A draft, or a revision where it has an `id` and a `digest`. */
export type Content = Pick<Draft, 'moduleId' | 'facts' | 'alignments' | 'document'> & {
  id?: string
  digest?: string
}

/** The digest of a revision, or the one that a draft would have if it were frozen now. */
export function contentDigest(db: Reader, content: Content): string {
  if (content.digest !== undefined) return content.digest
  const references = referencesOf(content.document.doc)
  if (references.length === 0) return digestOf(content)
  const organisationId = organisationOf(db, content.moduleId)
  return digestOf(
    content,
    references.map((reference) => {
      const found = reachedFrom(db, reference, organisationId)
      return [reference.id, typeof found === 'string' ? null : found.digest]
    }),
  )
}

/** What a reference of a draft leads to today: the edition it is pinned to, or the latest. */
export function reachedFrom(
  db: Reader,
  { moduleId, follows, digest }: Reference,
  organisationId: string,
): ReusableEdition | ReuseFault {
  return reusableEdition(db, { moduleId, organisationId, digest: follows ? null : digest })
}

export function organisationOf(db: Reader, moduleId: string): string {
  return db.select().from(modules).where(eq(modules.id, moduleId)).get()!.organisationId
}

import { count, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { revisions } from '#app/db/schema/bank/index.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { recordRevisionUses } from '#app/services/reuse/record-uses.server.ts'
import { newId } from '#content-schema/identity.ts'
import { type Draft, findRevisionByDigest, type Revision } from './find-module.server.ts'

/** The frozen copy of a draft as it stands: the one there already is, or a new one. */
export function freezeRevision(
  tx: Pick<Bank, 'select' | 'insert'>,
  draft: Draft,
  by: { personId: string; now: Date },
): Revision {
  const digest = contentDigest(tx, draft)
  const known = findRevisionByDigest(tx, draft.moduleId, digest)
  if (known) return known
  const { n } = tx
    .select({ n: count() })
    .from(revisions)
    .where(eq(revisions.moduleId, draft.moduleId))
    .get()!
  const revision = tx
    .insert(revisions)
    .values({
      id: newId(),
      moduleId: draft.moduleId,
      number: n + 1,
      digest,
      facts: draft.facts,
      alignments: draft.alignments,
      document: draft.document,
      frozenAt: by.now.getTime(),
      frozenBy: by.personId,
    })
    .returning()
    .get()
  recordRevisionUses(tx, revision.id, draft)
  return revision
}

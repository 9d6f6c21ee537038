import { eq } from 'drizzle-orm'
import {
  modules,
  origins,
  revisions,
  revisionUses,
  setAsideUpdates,
  uses,
  withdrawals,
} from '#app/db/schema/bank/index.ts'
import type { Reader, Revision } from '#app/services/modules/find-module.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { referencesOf } from '#content-schema/reuse/reference.ts'
import { deeds } from './deeds.ts'

/** The name of whoever did something, as it came or as it is known here. */
export type DoneBy = (deed: string, personId: string) => string

/** What each reference of a frozen revision led to, in the order in which its digest takes them. */
export function usesOf(db: Reader, { id, document }: Revision) {
  const references = referencesOf(document.doc)
  if (references.length === 0) return []
  const led = db
    .select({
      reference: revisionUses.referenceId,
      moduleId: revisions.moduleId,
      digest: revisions.digest,
    })
    .from(revisionUses)
    .innerJoin(revisions, eq(revisions.id, revisionUses.usedRevisionId))
    .where(eq(revisionUses.revisionId, id))
    .all()
  return references.map(({ id: reference }) => {
    const found = led.find((each) => each.reference === reference)
    return {
      reference,
      leadsTo: found ? { moduleId: found.moduleId, digest: found.digest } : null,
    }
  })
}

/** What a module was made from, whether it is still offered, and which updates it does not want. */
export function reuseOf(db: Reader, moduleId: string, by: DoneBy) {
  const origin = db.select().from(origins).where(eq(origins.moduleId, moduleId)).get()
  const gone = db.select().from(withdrawals).where(eq(withdrawals.moduleId, moduleId)).get()
  return {
    madeFrom: origin ? madeFromOf(origin, by) : null,
    withdrawn: gone
      ? {
          reason: gone.reason,
          by: by(deeds.withdrew(gone.withdrawnAt), gone.withdrawnBy),
          at: gone.withdrawnAt,
        }
      : null,
    setAside: db
      .select()
      .from(setAsideUpdates)
      .where(eq(setAsideUpdates.moduleId, moduleId))
      .orderBy(setAsideUpdates.referenceId)
      .all()
      .map(({ referenceId: reference, digest, decidedBy, decidedAt: at }) => ({
        ...{ reference, digest, at },
        by: by(deeds.setAside(reference, at), decidedBy),
      })),
  }
}

function madeFromOf(origin: typeof origins.$inferSelect, by: DoneBy) {
  const { originModuleId, digest, edition, title, authors, organisation, licence } = origin
  return {
    ...{ moduleId: originModuleId, digest, edition, title, authors, organisation, licence },
    by: by(deeds.forked(origin.forkedAt), origin.forkedBy),
    at: origin.forkedAt,
  }
}

/** Modules, and those of the same organisation that they show or showed, deep: they come along. */
export function withReused(
  db: Reader,
  { moduleIds, organisationId }: { moduleIds: readonly string[]; organisationId: string },
): string[] {
  const asked = moduleIds.map(
    (moduleId) => findDraft(db, { moduleId, organisationId }).moduleId,
  )
  const all = new Set(asked)
  for (const moduleId of all)
    for (const usedId of usedBy(db, moduleId))
      if (isOf(db, usedId, organisationId)) all.add(usedId)
  return [...all]
}

function usedBy(db: Reader, moduleId: string): string[] {
  const frozen = db.select().from(revisions).where(eq(revisions.moduleId, moduleId)).all()
  const now = db.select({ id: uses.usedModuleId }).from(uses).where(eq(uses.moduleId, moduleId))
  const before = frozen.flatMap((revision) => usesOf(db, revision))
  return [
    ...now.all().map(({ id }) => id),
    ...before.flatMap(({ leadsTo }) => leadsTo?.moduleId ?? []),
  ]
}

function isOf(db: Reader, moduleId: string, organisationId: string): boolean {
  const found = db.select().from(modules).where(eq(modules.id, moduleId)).get()
  return found?.organisationId === organisationId
}

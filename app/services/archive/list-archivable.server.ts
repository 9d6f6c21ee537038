import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules } from '#app/db/schema/bank/index.ts'

export type Archivable = { id: string; code: string; title: string }

/** The modules of an organisation that an archive may hold, by their titles. */
export function listArchivable(db: Pick<Bank, 'select'>, organisationId: string): Archivable[] {
  return db
    .select({ id: modules.id, code: modules.code, facts: drafts.facts })
    .from(modules)
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .where(eq(modules.organisationId, organisationId))
    .all()
    .map(({ id, code, facts }) => ({ id, code, title: facts.title }))
    .sort((a, b) => a.title.localeCompare(b.title, 'fr') || (a.code < b.code ? -1 : 1))
}

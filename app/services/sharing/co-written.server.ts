import { and, desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { coAuthors, drafts, modules, organisations, people } from '#app/db/schema/bank/index.ts'
import type { Hold } from '#app/services/modules/hands.server.ts'
import { type ModuleState, readState } from '#app/services/modules/list-modules.server.ts'
import { listCoAuthors } from './co-authors.server.ts'

type Reader = Pick<Bank, 'select'>
type Looking = { organisationId: string }

/** A module of another organisation that one's own is asked to write too. */
export type Invitation = {
  moduleId: string
  title: string
  owner: string
  invitedBy: string
  mayPublish: boolean
}

/** Those that wait for an answer, the latest first. */
export function listInvitations(db: Reader, looking: Looking): Invitation[] {
  return rowsOf(db, looking, 'invited').map(({ row, draft, owner, invitedBy }) => ({
    ...{ moduleId: row.moduleId, title: draft.facts.title },
    ...{ owner, invitedBy, mayPublish: row.mayPublish },
  }))
}

/** A module that one's own organisation writes with the one it belongs to. */
export type CoWritten = {
  moduleId: string
  title: string
  objective: string
  owner: string
  /** Other organisations that write it too. */
  others: string[]
  mayPublish: boolean
  state: ModuleState
  edition: string | null
  savedAt: number
}

/** All of them, the last saved first. */
export function listCoWritten(db: Reader, looking: Looking): CoWritten[] {
  return rowsOf(db, looking, 'accepted').map(({ row, draft, owner }) => ({
    ...{ moduleId: row.moduleId, title: draft.facts.title, objective: draft.facts.objective },
    ...{ owner, mayPublish: row.mayPublish, savedAt: draft.savedAt },
    others: listCoAuthors(db, row.moduleId)
      .filter(({ id, state }) => state === 'accepted' && id !== looking.organisationId)
      .map(({ name }) => name),
    ...readState(db, draft),
  }))
}

/**
 * With whom a module is written, as one of those who write it sees it; `null` where nobody else does.
 *
 * @returns `owner`: whose module it is, `null` for one's own; `names`: all others that write it
 */
export function readCoWriting(
  db: Reader,
  { moduleId, ownerId, as }: Hold,
): { owner: string | null; names: string[] } | null {
  const names = listCoAuthors(db, moduleId)
    .filter(({ state }) => state === 'accepted')
    .map(({ name }) => name)
  if (names.length === 0) return null
  const owner = db.select().from(organisations).where(eq(organisations.id, ownerId)).get()!
  return { owner: as === 'owner' ? null : owner.name, names }
}

function rowsOf(db: Reader, { organisationId }: Looking, state: 'invited' | 'accepted') {
  return db
    .select({
      ...{ row: coAuthors, draft: drafts },
      ...{ owner: organisations.name, invitedBy: people.name },
    })
    .from(coAuthors)
    .innerJoin(modules, eq(modules.id, coAuthors.moduleId))
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .innerJoin(organisations, eq(organisations.id, modules.organisationId))
    .innerJoin(people, eq(people.id, coAuthors.invitedBy))
    .where(and(eq(coAuthors.organisationId, organisationId), eq(coAuthors.state, state)))
    .orderBy(desc(drafts.savedAt))
    .all()
}

import { and, eq } from 'drizzle-orm'
import { drafts, modules } from '#app/db/schema/bank/index.ts'
import { latestEdition, type Reader } from '#app/services/modules/find-module.server.ts'
import { reachableEdition } from '#app/services/sharing/visibility.server.ts'

/** A module of the bank that may answer the need already. */
export type ExistingModule = {
  moduleId: string
  /** `null` where it is no longer within reach. */
  found: {
    title: string
    /** `major.minor`; `null` for a draft of one's own that was never published. */
    edition: string | null
    /** Whose it is, where it is another's; `null` for one's own. */
    organisation: string | null
  } | null
}

type Asked = { moduleId: string; organisationId: string }

/** The modules of some ids as an organisation may see them: its own by their draft, others by their edition. */
export function existingModules(
  db: Reader,
  { moduleIds, organisationId }: { moduleIds: readonly string[]; organisationId: string },
): ExistingModule[] {
  return moduleIds.map((moduleId) => ({
    moduleId,
    found: findExisting(db, { moduleId, organisationId }),
  }))
}

/** @param asked `moduleId` is an id, never a code */
export function findExisting(db: Reader, asked: Asked): ExistingModule['found'] {
  return ofOneself(db, asked) ?? ofAnother(db, asked)
}

function ofOneself(db: Reader, { moduleId, organisationId }: Asked): ExistingModule['found'] {
  const own = db
    .select({ facts: drafts.facts })
    .from(modules)
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .where(and(eq(modules.id, moduleId), eq(modules.organisationId, organisationId)))
    .get()
  if (!own) return null
  const edition = latestEdition(db, moduleId)
  const number = edition && `${edition.major}.${edition.minor}`
  return { title: own.facts.title, edition: number, organisation: null }
}

function ofAnother(db: Reader, asked: Asked): ExistingModule['found'] {
  const reached = reachableEdition(db, asked)
  if (!reached) return null
  const { edition, revision, organisation } = reached
  return {
    ...{ title: revision.facts.title, organisation },
    edition: `${edition.major}.${edition.minor}`,
  }
}

import { eq } from 'drizzle-orm'
import { modules, origins } from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'
import type { ReusedWork } from '#content-schema/reuse/work.ts'
import type { Part } from '#content-schema/rights/reason.ts'
import { completeRights } from '#content-schema/rights-record.ts'
import type { Content } from './content-digest.server.ts'
import type { ResolvedContent, UsedModule } from './resolved.server.ts'

/** What a module takes from others, with the SHA-256 of the revision that each part comes from. */
export type UsedPart = Part & { digest: string }

/**
 * Reused modules among the parts of a whole: shown as they are, under their own licence. What the
 * module was made from is a part too, and adapted.
 *
 * The licence of a module of the same organisation counts like any other: others were promised it.
 * Only what is reserved is the organisation's own to show.
 */
export function usedParts(
  db: Reader,
  { uses, organisationId }: Pick<ResolvedContent, 'uses' | 'organisationId'>,
  { moduleId }: Pick<Content, 'moduleId'>,
): UsedPart[] {
  const shown = uses.map(({ outerId, target }) => partOf(outerId, target, organisationId))
  const origin = originOf(db, moduleId)
  if (!origin) return distinct(shown)
  const { title, authors, licence, organisation: holder, digest } = origin
  const ours = isReserved(licence) && isOurs(db, origin.originModuleId, organisationId)
  const basis = ours ? ('own-work' as const) : ('licence' as const)
  const rights = completeRights({ title, authors, licence, holder, basis })
  return distinct([...shown, { id: 'origin', digest, rights, adapted: true }])
}

/** The same as they are credited, each once. */
export function usedWorks(
  db: Reader,
  { uses }: Pick<ResolvedContent, 'uses'>,
  { moduleId }: Pick<Content, 'moduleId'>,
): ReusedWork[] {
  const made = [originOf(db, moduleId), ...uses.map(({ target }) => target.origin)]
  const works: ReusedWork[] = [
    ...uses.map(({ target }) => workOf(target)),
    ...made.flatMap((origin) => {
      if (!origin) return []
      const { title, authors, licence, organisation, edition } = origin
      return [{ title, authors, licence, organisation, edition, role: 'origin' as const }]
    }),
  ]
  return [...new Map(works.map((work) => [JSON.stringify(work), work])).values()]
}

export function originOf(db: Reader, moduleId: string): typeof origins.$inferSelect | null {
  return db.select().from(origins).where(eq(origins.moduleId, moduleId)).get() ?? null
}

function partOf(id: string, target: UsedModule, organisationId: string): UsedPart {
  const { facts, organisation, digest } = target
  const { title, authors, licence } = facts
  const ours = isReserved(licence) && organisation.id === organisationId
  const basis = ours ? ('own-work' as const) : ('licence' as const)
  const rights = completeRights({ title, authors, licence, basis, holder: organisation.name })
  return { id, digest, rights, adapted: false }
}

function isReserved(licence: string): boolean {
  return licenceOf(licence)?.family === 'closed' && licence !== 'unknown'
}

function isOurs(db: Reader, moduleId: string, organisationId: string): boolean {
  const module = db.select().from(modules).where(eq(modules.id, moduleId)).get()
  return module?.organisationId === organisationId
}

function workOf({ facts, organisation, edition }: UsedModule): ReusedWork {
  const { title, authors, licence } = facts
  return { title, authors, licence, organisation: organisation.name, edition, role: 'shown' }
}

/** One module in one place, however many of its elements stand there. */
function distinct(parts: UsedPart[]): UsedPart[] {
  return [...new Map(parts.map((part) => [`${part.id} ${part.digest}`, part])).values()]
}

import type { Bank } from '#app/db/client.server.ts'
import {
  findRevision,
  latestEdition,
  listEditions,
} from '#app/services/modules/find-module.server.ts'
import {
  findPublic,
  listPublic,
  type PublicModule,
  type PublicPlace,
  type ReachableEdition,
} from '#app/services/sharing/visibility.server.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import type { RevisionContent } from '#content-schema/module.ts'
import type { ListAsked } from './read-request.ts'

type Reader = Pick<Bank, 'select'>

/** What a harvester hears of a module: its latest edition, or that it is no longer there. */
export type Harvestable = {
  moduleId: string
  /** Milliseconds since 1970, UTC. */
  changedAt: number
  sets: string[]
  /** `null`: deleted. */
  edition: ReachableEdition | null
}

/** Public modules that are looked at in one go. */
const batch = 100

/**
 * Those that are asked for, in the order of their last change; one more than `limit` where there are
 * more. What changes while somebody reads on comes again at the end, and nothing is missed.
 */
export function listHarvestable(
  db: Reader,
  { set, from, until }: Pick<ListAsked, 'set' | 'from' | 'until'>,
  { after, limit }: { after: PublicPlace | null; limit: number },
): Harvestable[] {
  const found: Harvestable[] = []
  let place = after
  do {
    const page = listPublic(db, {
      after: place,
      changedSince: from ?? undefined,
      changedUntil: until ?? undefined,
      limit: batch,
    })
    for (const each of page.modules) {
      const harvestable = harvestableOf(db, each)
      if (harvestable && (set === null || harvestable.sets.includes(set)))
        found.push(harvestable)
      if (found.length > limit) return found
    }
    place = page.next
  } while (place)
  return found
}

export function findHarvestable(db: Reader, moduleId: string): Harvestable | null {
  const found = findPublic(db, moduleId)
  return found && harvestableOf(db, found)
}

/** When what is public changed first; `null` while nothing was ever public. */
export function earliestChange(db: Reader): number | null {
  return listPublic(db, { limit: 1 }).modules[0]?.changedAt ?? null
}

/**
 * A module that may be passed on freely is there; one that could be once and no longer can, or is
 * closed, is deleted; one that never could was never there.
 */
function harvestableOf(db: Reader, module: PublicModule): Harvestable | null {
  const { moduleId, changedAt } = module
  if (module.state === 'public' && module.licence?.permits.share) {
    const sets = setsOf(module.revision)
    return { moduleId, changedAt, sets, edition: module }
  }
  const latest = latestEdition(db, moduleId)
  if (latest && !wasOpen(db, moduleId)) return null
  const sets = latest ? setsOf(findRevision(db, latest.revisionId)) : []
  return { moduleId, changedAt, sets, edition: null }
}

function wasOpen(db: Reader, moduleId: string): boolean {
  return listEditions(db, moduleId).some(({ revisionId }) => {
    const { facts } = findRevision(db, revisionId)
    return licence(facts.licence)?.permits.share
  })
}

/** Above them stand `licence` and `framework`: whoever asks for these gets all that is below. */
function setsOf({ facts, alignments }: RevisionContent): string[] {
  const codes = new Set(alignments.map(({ frameworkCode }) => setName(frameworkCode)))
  return [
    'licence',
    `licence:${facts.licence}`,
    ...(codes.size > 0 ? ['framework'] : []),
    ...[...codes].sort().map((code) => `framework:${code}`),
  ]
}

/** The characters that may stand in the name of a set. */
function setName(code: string): string {
  return code.replace(/[^A-Za-z0-9_.!~*'()-]/g, '_')
}

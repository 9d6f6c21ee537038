import { inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { competencySuccessors } from '#app/db/schema/bank/index.ts'
import { readCoverage } from '../coverage/read-coverage.server.ts'
import {
  type BlockView,
  type FrameworkKey,
  type FrameworkRow,
  listFrameworks,
  readFramework,
} from '../read-frameworks.server.ts'
import { type Candidate, matchCompetencies } from './match-competencies.ts'

export type ComparedCompetency = Candidate & {
  blockCode: string
  /** Modules whose draft is tied to it. */
  modules: number
  proposed: string | null
  likeness: number
  /** What a person confirmed before; `null`: nothing yet. */
  confirmed: string | null
}

export type VersionComparison = {
  older: FrameworkRow
  newer: FrameworkRow
  competencies: ComparedCompetency[]
  /** What the newer version offers, in its order. */
  successors: (Candidate & { blockCode: string })[]
  /** Of the newer version, what nothing older leads to. */
  added: number
}

/** Frameworks of the organisation that could be another version of this one, the likeliest first. */
export function otherVersions(
  db: Pick<Bank, 'select'>,
  { framework, organisationId }: { framework: FrameworkRow; organisationId: string },
): FrameworkRow[] {
  const others = listFrameworks(db, organisationId).filter(({ id }) => id !== framework.id)
  return others.sort(
    (a, b) => Number(areLinked(b, framework)) - Number(areLinked(a, framework)),
  )
}

export function areLinked(a: FrameworkRow, b: FrameworkRow): boolean {
  return isOlder(a, b) || isOlder(b, a)
}

function isOlder(a: FrameworkRow, b: FrameworkRow): boolean {
  return a.replacedBy.includes(b.code) || b.replaces.includes(a.code)
}

/** Two versions side by side, the older first whichever was asked for. */
export function compareVersions(
  db: Pick<Bank, 'select' | 'all'>,
  { frameworkId, withId, organisationId }: FrameworkKey & { withId: string },
): VersionComparison {
  const [older, newer] = ordered(
    readFramework(db, { frameworkId, organisationId }),
    readFramework(db, { frameworkId: withId, organisationId }),
  )
  const [from, to] = [candidatesOf(older.blocks), candidatesOf(newer.blocks)]
  const matches = new Map(matchCompetencies(from, to).map((match) => [match.id, match]))
  const confirmed = confirmedIn(db, from, to)
  const uses = usesOf(db, { frameworkId: older.framework.id, organisationId })
  const competencies = from.map((each) => {
    const { successorId = null, likeness = 0 } = matches.get(each.id) ?? {}
    const kept = confirmed.get(each.id) ?? null
    return {
      ...each,
      modules: uses.get(each.id) ?? 0,
      proposed: successorId,
      likeness,
      confirmed: kept,
    }
  })
  const led = new Set(competencies.map((each) => each.confirmed ?? each.proposed))
  const added = to.filter(({ id }) => !led.has(id)).length
  return { older: older.framework, newer: newer.framework, competencies, successors: to, added }
}

type Read = ReturnType<typeof readFramework>

/** By what the register says of them, else by the day they begin. */
function ordered(a: Read, b: Read): [Read, Read] {
  if (isOlder(a.framework, b.framework)) return [a, b]
  if (isOlder(b.framework, a.framework)) return [b, a]
  const [first, second] = [a.framework.validFrom ?? '', b.framework.validFrom ?? '']
  return first < second ? [a, b] : [b, a]
}

function candidatesOf(blocks: readonly BlockView[]) {
  return blocks.flatMap(({ code, label, competencies }) =>
    competencies.map((each) => ({
      id: each.id,
      label: each.label,
      blockLabel: label,
      blockCode: code,
    })),
  )
}

function confirmedIn(
  db: Pick<Bank, 'select'>,
  from: readonly Candidate[],
  to: readonly Candidate[],
): Map<string, string> {
  const ids = from.map(({ id }) => id)
  const there = new Set(to.map(({ id }) => id))
  const rows = db
    .select()
    .from(competencySuccessors)
    .where(inArray(competencySuccessors.competencyId, ids))
    .all()
    .filter(({ successorId }) => there.has(successorId))
  return new Map(rows.map(({ competencyId, successorId }) => [competencyId, successorId]))
}

function usesOf(db: Pick<Bank, 'select' | 'all'>, key: FrameworkKey): Map<string, number> {
  const { rows } = readCoverage(db, key)
  return new Map(
    rows.map(({ competencyId, ties }) => [
      competencyId,
      new Set(ties.map(({ moduleId }) => moduleId)).size,
    ]),
  )
}

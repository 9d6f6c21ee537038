import { type SQL, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Level } from '#content-schema/module.ts'
import { type BlockView, type FrameworkRow, readFramework } from '../read-frameworks.server.ts'
import {
  type Coverage,
  type CoverageModule,
  type CoverageQuery,
  type CoverageRow,
  type CoverageTie,
  findingsOf,
} from './coverage.ts'

type CoverageAsked = {
  frameworkId: string
  organisationId: string
} & Partial<Pick<CoverageQuery, 'block' | 'show'>>

/**
 * What the modules of an organisation do for each competency of a framework, or of one of its
 * blocks. Modules come in the order of what they first cover, so that the matrix reads downwards.
 *
 * @throws UserError `framework.not-found` (404)
 */
export function readCoverage(db: Pick<Bank, 'select' | 'all'>, asked: CoverageAsked): Coverage {
  const { framework, blocks } = readFramework(db, asked)
  const shown = asked.block ? blocks.filter(({ id }) => id === asked.block) : blocks
  const read = readTies(db, framework.code, asked)
  const ties = byCompetency(read)
  const rows = shown.flatMap((block) => rowsOf(block, ties))
  return {
    framework: factsOf(framework),
    blocks: blocks.map(({ id, code, label, reading }) => {
      return { id, code, label, confirmed: reading === 'confirmed' }
    }),
    rows,
    modules: modulesOf(rows, read),
  }
}

function byCompetency(read: readonly TieRow[]): Map<string, TieRow[]> {
  const found = new Map<string, TieRow[]>()
  for (const row of read) {
    const same = found.get(row.competencyId)
    if (same) same.push(row)
    else found.set(row.competencyId, [row])
  }
  return found
}

function factsOf(framework: FrameworkRow): Coverage['framework'] {
  const { id, code, kind, title, active, validFrom, validUntil, replacedBy, importedAt } =
    framework
  return { id, code, kind, title, active, validFrom, validUntil, replacedBy, importedAt }
}

function rowsOf(block: BlockView, all: Map<string, TieRow[]>): CoverageRow[] {
  return block.competencies.map(({ id, code, label, criteria }) => {
    const ties = (all.get(id) ?? []).map(tieOf)
    return {
      ...{ competencyId: id, blockId: block.id, code, label, ties },
      findings: findingsOf(ties),
      criteria: criteria.map((criterion) => {
        const own = ties.filter((tie) => tie.criteria?.includes(criterion.id) ?? true)
        const { id, code = '', label, depth = 1 } = criterion
        return { id, code, label, depth, ties: own, findings: findingsOf(own) }
      }),
    }
  })
}

function tieOf({ moduleId, role, tieLevel, criteria }: TieRow): CoverageTie {
  const named: string[] = criteria ? JSON.parse(criteria) : []
  return { moduleId, role, level: tieLevel, criteria: named.length > 0 ? named : null }
}

function modulesOf(rows: readonly CoverageRow[], read: readonly TieRow[]): CoverageModule[] {
  const known = new Map(read.map((row) => [row.moduleId, row]))
  const met = new Set(rows.flatMap(({ ties }) => ties.map(({ moduleId }) => moduleId)))
  return [...met].map((id) => {
    const { code, title, level, edition, at } = known.get(id)!
    return { id, code, title, level, edition, at }
  })
}

type TieRow = {
  moduleId: string
  code: string
  title: string
  level: Level
  edition: string | null
  at: number
  competencyId: string
  role: CoverageTie['role']
  tieLevel: Level
  /** A list in JSON. */
  criteria: string | null
}

/**
 * One query over the ties that stand in drafts or editions. They are read where they are written:
 * a table of them would have to follow every save, and 500 modules take some milliseconds
 * (`npm run bench -- coverage`).
 */
function readTies(
  db: Pick<Bank, 'all'>,
  frameworkCode: string,
  { organisationId, show = 'drafts' }: CoverageAsked,
): TieRow[] {
  const from = show === 'drafts' ? draftsOf(organisationId) : editionsOf(organisationId)
  return db.all<TieRow>(sql`
    select said.moduleId, said.code, said.edition, said.at,
      said.facts ->> 'title' as title, said.facts ->> 'level' as level,
      tie.value ->> 'competencyId' as competencyId, tie.value ->> 'role' as role,
      coalesce(tie.value ->> 'level', said.facts ->> 'level') as tieLevel,
      tie.value -> 'criteria' as criteria
    from (${from}) as said, json_each(said.alignments) as tie
    where instr(said.alignments, ${JSON.stringify(frameworkCode)}) > 0
      and tie.value ->> 'frameworkCode' = ${frameworkCode}
    order by title`)
}

function draftsOf(organisationId: string): SQL {
  return sql`
    select modules.id as moduleId, modules.code, drafts.facts, drafts.alignments,
      null as edition, drafts.savedAt as at
    from modules join drafts on drafts.moduleId = modules.id
    where modules.organisationId = ${organisationId}`
}

/** The latest edition of each module, with the ties it was published with. */
function editionsOf(organisationId: string): SQL {
  return sql`
    select modules.id as moduleId, modules.code, revisions.facts, revisions.alignments,
      editions.major || '.' || editions.minor as edition, editions.publishedAt as at
    from modules
    join editions on editions.id = (
      select latest.id from editions as latest where latest.moduleId = modules.id
      order by latest.major desc, latest.minor desc limit 1)
    join revisions on revisions.id = editions.revisionId
    where modules.organisationId = ${organisationId}`
}

import * as z from 'zod'
import type { FrameworkKind } from '#content-schema/competencies.ts'
import { type AlignmentRole, alignmentRoles, type Level } from '#content-schema/module.ts'

/** What may be amiss with a competency, as modules stand. */
export const coverageFindings = [
  'hole',
  'taught-not-assessed',
  'assessed-not-taught',
  'overlap',
] as const
export type CoverageFinding = (typeof coverageFindings)[number]

/** Modules as they are being written, or as they were last published. */
export const shownVersions = ['drafts', 'published'] as const

const CoverageQuery = z.object({
  block: z.string().max(40).catch(''),
  show: z.enum(shownVersions).catch('drafts'),
  finding: z.enum(coverageFindings).nullable().catch(null),
  criteria: z.literal('yes').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** What the address of the matrix asks for. */
export type CoverageQuery = z.infer<typeof CoverageQuery>

export function readCoverageQuery(search: URLSearchParams): CoverageQuery {
  return CoverageQuery.parse(Object.fromEntries(search))
}

/** A module that is tied to the framework: a column. */
export type CoverageModule = {
  id: string
  code: string
  title: string
  level: Level
  /** For example `1.2`; `null` for a draft. */
  edition: string | null
  /** When it was saved, or published. */
  at: number
}

/** What one module does for a competency. */
export type CoverageTie = {
  moduleId: string
  role: AlignmentRole
  level: Level
  /** Ids of the criteria it is about; `null`: the competency as a whole. */
  criteria: string[] | null
}

export type CoverageCriterion = {
  id: string
  code: string
  label: string
  depth: number
  ties: CoverageTie[]
  findings: CoverageFinding[]
}

/** A competency: a row. */
export type CoverageRow = {
  competencyId: string
  blockId: string
  code: string
  label: string
  ties: CoverageTie[]
  findings: CoverageFinding[]
  criteria: CoverageCriterion[]
}

export type CoverageBlock = { id: string; code: string; label: string; confirmed: boolean }

export type CoverageFramework = {
  id: string
  code: string
  kind: FrameworkKind
  title: string
  active: boolean
  validFrom: string | null
  validUntil: string | null
  replacedBy: string[]
  importedAt: number
}

/** A framework, or one block of it, beside the modules that are tied to it. */
export type Coverage = {
  framework: CoverageFramework
  blocks: CoverageBlock[]
  rows: CoverageRow[]
  modules: CoverageModule[]
}

/** What is amiss with something that these ties are about. */
export function findingsOf(ties: readonly CoverageTie[]): CoverageFinding[] {
  if (ties.length === 0) return ['hole']
  const by = (role: AlignmentRole) => modulesBy(ties, role)
  const taught = by('teaches') + by('practises') > 0
  return [
    ...(taught && by('assesses') === 0 ? (['taught-not-assessed'] as const) : []),
    ...(taught ? [] : (['assessed-not-taught'] as const)),
    ...(by('teaches') > 1 ? (['overlap'] as const) : []),
  ]
}

/** How many modules do this. */
export function modulesBy(ties: readonly CoverageTie[], role: AlignmentRole): number {
  return new Set(ties.filter((tie) => tie.role === role).map(({ moduleId }) => moduleId)).size
}

export type FindingCounts = Record<CoverageFinding, number>

/** How many competencies have each finding, themselves or in one of their criteria. */
export function countFindings(rows: readonly CoverageRow[]): FindingCounts {
  const counts = coverageFindings.map(
    (finding) => [finding, rows.filter((row) => has(row, finding)).length] as const,
  )
  return Object.fromEntries(counts) as FindingCounts
}

/** A criterion that no tie names is amiss; what its competency lacks as a whole is said there. */
export function has(row: CoverageRow, finding: CoverageFinding): boolean {
  return row.findings.includes(finding) || neglected(row).some((each) => each === finding)
}

function neglected({ findings, criteria }: CoverageRow): CoverageFinding[] {
  if (findings.includes('hole')) return []
  return criteria.flatMap((criterion) => criterion.findings.filter((each) => each === 'hole'))
}

/** What the module that fills the gap would do there; `null` when nothing is missing. */
export function missingRole({ findings }: Pick<CoverageRow, 'findings'>): AlignmentRole | null {
  if (findings.includes('hole') || findings.includes('assessed-not-taught')) return 'teaches'
  return findings.includes('taught-not-assessed') ? 'assesses' : null
}

/** In the order of the roles, each once with the levels it reaches. */
export function rolesIn(ties: readonly CoverageTie[]): { role: AlignmentRole; level: Level }[] {
  return alignmentRoles.flatMap((role) => ties.filter((tie) => tie.role === role).slice(0, 1))
}

/** Columns of one page: as many as a screen shows without losing their headings. */
export const columnsOfPage = 12

/** A row as it is shown: what all modules do is counted, what those of the page do is told. */
export type ShownRow = CoverageRow & {
  sums: Record<AlignmentRole, number>
  /** Criteria that no module is about, though some are about the competency. */
  neglected: number
}

export type CoveragePage = Omit<Coverage, 'rows'> & {
  rows: ShownRow[]
  query: CoverageQuery
  counts: FindingCounts
  /** Of all the modules that are tied to what is shown. */
  found: number
  pages: number
}

/** What of the matrix an address shows: rows with a finding, and as many columns as fit. */
export function pageOf(coverage: Coverage, query: CoverageQuery): CoveragePage {
  const { finding } = query
  const rows = finding ? coverage.rows.filter((row) => has(row, finding)) : coverage.rows
  const tied = new Set(rows.flatMap(({ ties }) => ties.map(({ moduleId }) => moduleId)))
  const columns = coverage.modules.filter(({ id }) => tied.has(id))
  const pages = Math.max(1, Math.ceil(columns.length / columnsOfPage))
  const page = Math.min(query.page, pages)
  const modules = columns.slice((page - 1) * columnsOfPage, page * columnsOfPage)
  const shown = new Set(modules.map(({ id }) => id))
  return {
    ...coverage,
    query: { ...query, page },
    counts: countFindings(coverage.rows),
    found: columns.length,
    pages,
    rows: rows.map((row) => shownRow(row, shown, query.criteria === 'yes')),
    modules,
  }
}

function shownRow(row: CoverageRow, shown: Set<string>, withCriteria: boolean): ShownRow {
  const here = (ties: readonly CoverageTie[]) =>
    ties.filter(({ moduleId }) => shown.has(moduleId))
  const sums = Object.fromEntries(
    alignmentRoles.map((role) => [role, modulesBy(row.ties, role)]),
  ) as ShownRow['sums']
  const criteria = withCriteria
    ? row.criteria.map((each) => ({ ...each, ties: here(each.ties) }))
    : []
  return { ...row, sums, neglected: neglected(row).length, ties: here(row.ties), criteria }
}

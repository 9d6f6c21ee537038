import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  competencies,
  competencyBlocks,
  drafts,
  frameworks,
  organisations,
  people,
  searchRecords,
  searchTerms,
} from '#app/db/schema/bank/index.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import { elements } from '#content-schema/nodes/index.ts'
import { isElement } from '#content-schema/schema.ts'
import type { ValueCount } from './count.server.ts'
import type { FacetName } from './facets.ts'
import { scopeOf } from './visible-modules.server.ts'

type Key = { organisationId: string | null }

/** A value with its name: one, one in each language, or none where the page has a word for it. */
export type NamedCount = ValueCount & { label: string | { fr: string; en: string } | null }

/** Names what was counted, as the organisation that looks knows it; anybody else, as its owner does. */
export function nameValues(
  db: Pick<Bank, 'select'>,
  values: readonly ValueCount[],
  key: Key,
): NamedCount[] {
  const of = (facet: FacetName) =>
    values.filter((each) => each.facet === facet).map(({ value }) => value)
  const names: Partial<Record<FacetName, Map<string, string>>> = {
    competency: competencyLabels(db, of('competency'), key),
    block: blockLabels(db, of('block'), key),
    guarantor: namesOf(db, people, of('guarantor')),
    organisation: namesOf(db, organisations, of('organisation')),
  }
  return values.map((each) => ({ ...each, label: labelOf(each, names[each.facet]) }))
}

function labelOf(
  { facet, value }: ValueCount,
  names: Map<string, string> | undefined,
): NamedCount['label'] {
  if (names) return names.get(value) ?? value
  if (facet === 'element') return isElement(value) ? elements[value].names : value
  if (facet === 'licence') return licence(value)?.name ?? value
  return null
}

function namesOf(
  db: Pick<Bank, 'select'>,
  table: typeof people | typeof organisations,
  ids: string[],
): Map<string, string> {
  const rows = db
    .select({ id: table.id, name: table.name })
    .from(table)
    .where(inArray(table.id, ids))
    .all()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A competency that is in no framework any more is called as the modules tied to it call it. */
function competencyLabels(
  db: Pick<Bank, 'select'>,
  ids: string[],
  { organisationId }: Key,
): Map<string, string> {
  const { id, label } = competencies
  const rows = db.select({ id, label }).from(competencies).where(inArray(id, ids)).all()
  const labels = new Map(rows.map((row) => [row.id, row.label]))
  if (organisationId === null) return labels
  for (const each of ids.filter((id) => !labels.has(id))) {
    const said = labelInModules(db, each, { organisationId })
    if (said) labels.set(each, said)
  }
  return labels
}

function labelInModules(
  db: Pick<Bank, 'select'>,
  competencyId: string,
  key: { organisationId: string },
): string | undefined {
  const tied = db
    .select({ alignments: drafts.alignments })
    .from(searchTerms)
    .innerJoin(
      searchRecords,
      sql`instr(${searchRecords.terms}, ',' || ${searchTerms.id} || ',') > 0`,
    )
    .innerJoin(drafts, eq(drafts.moduleId, searchRecords.moduleId))
    .where(
      and(
        eq(searchTerms.facet, 'competency'),
        eq(searchTerms.value, competencyId),
        eq(searchRecords.scope, scopeOf(key)),
      ),
    )
    .limit(1)
    .get()
  return tied?.alignments.find((tie) => tie.competencyId === competencyId)?.label
}

/** By framework and code: a code is unique within its framework only. One's own name comes last, and holds. */
function blockLabels(
  db: Pick<Bank, 'select'>,
  values: string[],
  { organisationId }: Key,
): Map<string, string> {
  const value = sql<string>`${frameworks.code} || ' ' || ${competencyBlocks.code}`
  const rows = db
    .select({ value, code: competencyBlocks.code, label: competencyBlocks.label })
    .from(competencyBlocks)
    .innerJoin(frameworks, eq(frameworks.id, competencyBlocks.frameworkId))
    .where(inArray(value, values))
    .orderBy(sql`${frameworks.organisationId} = ${organisationId ?? ''}`)
    .all()
  return new Map(rows.map(({ value, code, label }) => [value, `${code} · ${label}`]))
}

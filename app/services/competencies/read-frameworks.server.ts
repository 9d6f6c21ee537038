import { and, eq, inArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { competencies, competencyBlocks, frameworks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Alignment } from '#content-schema/module.ts'

export type FrameworkRow = typeof frameworks.$inferSelect
export type BlockView = typeof competencyBlocks.$inferSelect & {
  competencies: (typeof competencies.$inferSelect)[]
}

export function listFrameworks(
  db: Pick<Bank, 'select'>,
  organisationId: string,
): FrameworkRow[] {
  return db
    .select()
    .from(frameworks)
    .where(eq(frameworks.organisationId, organisationId))
    .orderBy(frameworks.code)
    .all()
}

export type FrameworkKey = { frameworkId: string; organisationId: string }

/** @throws UserError `framework.not-found` (404) */
export function findFramework(
  db: Pick<Bank, 'select'>,
  { frameworkId, organisationId }: FrameworkKey,
): FrameworkRow {
  const framework = db
    .select()
    .from(frameworks)
    .where(and(eq(frameworks.id, frameworkId), eq(frameworks.organisationId, organisationId)))
    .get()
  if (!framework) throw new UserError('framework.not-found', {}, 404)
  return framework
}

/** A framework and all that stands in it; throws as {@link findFramework} does. */
export function readFramework(
  db: Pick<Bank, 'select'>,
  key: FrameworkKey,
): { framework: FrameworkRow; blocks: BlockView[] } {
  const framework = findFramework(db, key)
  const blocks = db
    .select()
    .from(competencyBlocks)
    .where(eq(competencyBlocks.frameworkId, framework.id))
    .orderBy(competencyBlocks.position)
    .all()
    .map((block) => ({ ...block, competencies: competenciesOf(db, block.id) }))
  return { framework, blocks }
}

/** A competency as it can be tied to a module, with enough around it to recognise it. */
export type CompetencyHit = Omit<Alignment, 'role'> & { competencyBlockLabel: string }

/**
 * The competencies whose label, block or criteria hold every word of the query, accents and case
 * apart; at most `limit`.
 */
export function searchCompetencies(
  db: Pick<Bank, 'select'>,
  {
    query,
    organisationId,
    limit = 20,
  }: { query: string; organisationId: string; limit?: number },
): CompetencyHit[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const rows = db
    .select({ framework: frameworks, block: competencyBlocks, competency: competencies })
    .from(competencies)
    .innerJoin(competencyBlocks, eq(competencyBlocks.id, competencies.competencyBlockId))
    .innerJoin(frameworks, eq(frameworks.id, competencyBlocks.frameworkId))
    .where(eq(frameworks.organisationId, organisationId))
    .orderBy(frameworks.code, competencyBlocks.position, competencies.position)
    .all()
  return rows
    .filter(({ framework, block, competency }) => {
      const text = folded(
        [
          framework.code,
          block.code,
          block.label,
          competency.code,
          competency.label,
          ...competency.criteria.map(({ label }) => label),
        ].join(' '),
      )
      return words.every((word) => text.includes(word))
    })
    .slice(0, limit)
    .map(({ framework, block, competency }) => ({
      competencyId: competency.id,
      frameworkCode: framework.code,
      competencyBlockCode: block.code,
      competencyBlockLabel: block.label,
      label: competency.label,
    }))
}

/** Whether this competency is in a framework of the organisation: what a tie may name. */
export function findCompetency(
  db: Pick<Bank, 'select'>,
  { competencyId, organisationId }: { competencyId: string; organisationId: string },
): CompetencyHit | null {
  const all = searchCompetencies(db, {
    query: '',
    organisationId,
    limit: Number.POSITIVE_INFINITY,
  })
  return all.find((hit) => hit.competencyId === competencyId) ?? null
}

/** The criteria of each competency that a module is tied to, by its id. */
export function criteriaOf(
  db: Pick<Bank, 'select'>,
  { alignments, organisationId }: { alignments: readonly Alignment[]; organisationId: string },
): Record<string, { id: string; label: string }[]> {
  const ids = alignments.map(({ competencyId }) => competencyId)
  const rows = db
    .select({ id: competencies.id, criteria: competencies.criteria })
    .from(competencies)
    .innerJoin(competencyBlocks, eq(competencyBlocks.id, competencies.competencyBlockId))
    .innerJoin(frameworks, eq(frameworks.id, competencyBlocks.frameworkId))
    .where(and(eq(frameworks.organisationId, organisationId), inArray(competencies.id, ids)))
    .all()
  return Object.fromEntries(
    rows.map(({ id, criteria }) => [id, criteria.map(({ id, label }) => ({ id, label }))]),
  )
}

function competenciesOf(db: Pick<Bank, 'select'>, blockId: string) {
  return db
    .select()
    .from(competencies)
    .where(eq(competencies.competencyBlockId, blockId))
    .orderBy(competencies.position)
    .all()
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')
}

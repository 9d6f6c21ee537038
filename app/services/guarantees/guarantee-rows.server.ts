import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { guaranteeAnswers, guarantees, modules, people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'

/** One row of the register with what its guarantor said; `answer` is `null` while nobody did. */
export type GuaranteeRow = typeof guarantees.$inferSelect & {
  person: string
  deputy: string | null
  askedBy: string
  answer: 'accepted' | 'declined' | null
  reason: string
}

const deputies = alias(people, 'deputies')
const askers = alias(people, 'askers')

/** The last that was accepted of each aspect of each module: who answers for it, or answered last. */
export function countingGuarantees(
  db: Reader,
  of: { moduleId: string } | { organisationId: string },
): GuaranteeRow[] {
  return lastOfEach(rowsOf(db, scopeOf(of)).filter(({ answer }) => answer === 'accepted'))
}

/** What was asked last of each aspect and does not count: not answered yet, or declined. */
export function askedGuarantees(
  db: Reader,
  of: { moduleId: string } | { organisationId: string },
): GuaranteeRow[] {
  return lastOfEach(rowsOf(db, scopeOf(of))).filter(({ answer }) => answer !== 'accepted')
}

/** @throws UserError `guarantee.not-found` (404), also for another organisation's */
export function findGuarantee(
  db: Reader,
  { guaranteeId, organisationId }: { guaranteeId: string; organisationId: string },
): GuaranteeRow {
  const own = and(eq(guarantees.id, guaranteeId), eq(modules.organisationId, organisationId))
  const [row] = rowsOf(db, own)
  if (!row) throw new UserError('guarantee.not-found', {}, 404)
  return row
}

/** Whether nothing was asked or promised of the same aspect after it, but what was declined. */
export function isStanding(db: Reader, { id, moduleId, aspect }: GuaranteeRow): boolean {
  const [counting, asked] = [countingGuarantees, askedGuarantees].map((read) =>
    read(db, { moduleId }).some((row) => row.aspect === aspect && row.id === id),
  )
  return counting || asked || false
}

function scopeOf(of: { moduleId: string } | { organisationId: string }): SQL {
  return 'moduleId' in of
    ? eq(guarantees.moduleId, of.moduleId)
    : eq(modules.organisationId, of.organisationId)
}

/** The last recorded first. */
function rowsOf(db: Reader, wanted: SQL | undefined): GuaranteeRow[] {
  return db
    .select({
      row: guarantees,
      person: people.name,
      deputy: deputies.name,
      askedBy: askers.name,
      answer: guaranteeAnswers.answer,
      reason: guaranteeAnswers.reason,
    })
    .from(guarantees)
    .innerJoin(modules, eq(modules.id, guarantees.moduleId))
    .innerJoin(people, eq(people.id, guarantees.personId))
    .innerJoin(askers, eq(askers.id, guarantees.recordedBy))
    .leftJoin(deputies, eq(deputies.id, guarantees.deputyId))
    .leftJoin(guaranteeAnswers, eq(guaranteeAnswers.guaranteeId, guarantees.id))
    .where(wanted)
    .orderBy(desc(guarantees.recordedAt), desc(sql`${guarantees}.rowid`))
    .all()
    .map(({ row, reason, ...names }) => ({ ...row, ...names, reason: reason ?? '' }))
}

function lastOfEach(rows: GuaranteeRow[]): GuaranteeRow[] {
  const seen = new Set<string>()
  return rows.filter(({ moduleId, aspect }) => {
    const key = `${moduleId} ${aspect}`
    return !seen.has(key) && seen.add(key)
  })
}

import { eq, max, sql } from 'drizzle-orm'
import type { StatementsDb } from '#app/db/client.server.ts'
import { editions, packageDays } from '#app/db/schema/statements/index.ts'

/** What the learners of one package let know of it. */
export type PackageLife = {
  /** The day of the last statement, `YYYY-MM-DD`, UTC. */
  lastOn: string
  /** Attempts that said something in the last 30 days, and in the last 90. */
  in30Days: number
  in90Days: number
}

const dayMs = 86_400_000

/** The packages of an organisation that statements came from, by their ids. */
export function readPackageLives(
  statements: StatementsDb,
  { organisationId, now }: { organisationId: string; now: Date },
): Map<string, PackageLife> {
  const today = Math.floor(now.getTime() / dayMs)
  const since = (days: number) =>
    sql<number>`sum(iif(${packageDays.day} > ${today - days}, ${packageDays.attempts}, 0))`
  const rows = statements
    .select({
      packageId: packageDays.packageId,
      last: max(packageDays.day).mapWith(Number),
      in30Days: since(30),
      in90Days: since(90),
    })
    .from(packageDays)
    .innerJoin(editions, eq(editions.id, packageDays.editionId))
    .where(eq(editions.organisationId, organisationId))
    .groupBy(packageDays.packageId)
    .all()
  return new Map(
    rows.map(({ packageId, last, in30Days, in90Days }) => [
      packageId,
      { lastOn: dayOf(last!), in30Days, in90Days },
    ]),
  )
}

function dayOf(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10)
}

import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { commercialDecisions, people } from '#app/db/schema/bank/index.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import type { CommercialDecision } from '#content-schema/rights/decided.ts'

export type Decision = CommercialDecision & { id: string }

/** Those that hold for a module, the last first. */
export function listDecisions(db: Pick<Bank, 'select'>, moduleId: string): Decision[] {
  return db
    .select({ row: commercialDecisions, person: people.name })
    .from(commercialDecisions)
    .innerJoin(people, eq(people.id, commercialDecisions.decidedBy))
    .where(
      and(eq(commercialDecisions.moduleId, moduleId), isNull(commercialDecisions.withdrawnAt)),
    )
    .orderBy(desc(commercialDecisions.decidedAt))
    .all()
    .map(({ row: { id, digests, reason, decidedAt }, person }) => ({
      ...{ id, digests, reason, person },
      day: dayIn(new Date(decidedAt)),
    }))
}

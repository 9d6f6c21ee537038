import { and, count, desc, eq } from 'drizzle-orm'
import type { StatementsDb } from '#app/db/client.server.ts'
import { editions, learnerRemarks } from '#app/db/schema/statements/index.ts'

/** Of which module, as which organisation's learners saw it; of one edition, or of all. */
export type RemarksAsked = { moduleId: string; organisationId: string; digest?: string }

/** Remarks that still stand, the newest first. */
export function remarkRows(
  statements: StatementsDb,
  asked: RemarksAsked,
  { limit, offset }: { limit: number; offset: number },
) {
  return statements
    .select({
      statementId: learnerRemarks.statementId,
      nodeId: learnerRemarks.nodeId,
      text: learnerRemarks.text,
      at: learnerRemarks.at,
      ...{ major: editions.major, minor: editions.minor, digest: editions.digest },
    })
    .from(learnerRemarks)
    .innerJoin(editions, eq(editions.id, learnerRemarks.editionId))
    .where(isAsked(asked))
    .orderBy(desc(learnerRemarks.at), desc(learnerRemarks.statementId))
    .limit(limit)
    .offset(offset)
    .all()
}

export function countRemarks(statements: StatementsDb, asked: RemarksAsked): number {
  return statements
    .select({ total: count() })
    .from(learnerRemarks)
    .innerJoin(editions, eq(editions.id, learnerRemarks.editionId))
    .where(isAsked(asked))
    .get()!.total
}

export function isRemark(
  statements: StatementsDb,
  asked: RemarksAsked,
  statementId: string,
): boolean {
  const found = statements
    .select({ at: learnerRemarks.at })
    .from(learnerRemarks)
    .innerJoin(editions, eq(editions.id, learnerRemarks.editionId))
    .where(and(isAsked(asked), eq(learnerRemarks.statementId, statementId)))
    .get()
  return found !== undefined
}

function isAsked({ moduleId, organisationId, digest }: RemarksAsked) {
  return and(
    eq(editions.moduleId, moduleId),
    eq(editions.organisationId, organisationId),
    digest === undefined ? undefined : eq(editions.digest, digest),
  )
}

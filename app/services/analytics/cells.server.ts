import { and, countDistinct, eq, inArray, max, sum } from 'drizzle-orm'
import type { StatementsDb } from '#app/db/client.server.ts'
import {
  activeTimes,
  attempts,
  editionDays,
  editionLearners,
  editions,
  questionMarks,
  questionResponses,
  sectionReach,
} from '#app/db/schema/statements/index.ts'

/** Whose statements: a module, of every organisation or of one. */
export type Asked = { moduleId: string; organisationId?: string }

export type EditionRow = typeof editions.$inferSelect

export function editionRows(
  statements: StatementsDb,
  { moduleId, organisationId }: Asked,
): EditionRow[] {
  const ofModule = eq(editions.moduleId, moduleId)
  const ofOrganisation = organisationId && eq(editions.organisationId, organisationId)
  return statements
    .select()
    .from(editions)
    .where(ofOrganisation ? and(ofModule, ofOrganisation) : ofModule)
    .all()
}

/** `ids`: the same edition as several organisations saw it; their rows are added up. */
export function dayRows(statements: StatementsDb, ids: number[]) {
  return statements
    .select({
      day: editionDays.day,
      started: total(editionDays.attempts),
      completed: total(editionDays.completed),
      passed: total(editionDays.passed),
      failed: total(editionDays.failed),
    })
    .from(editionDays)
    .where(inArray(editionDays.editionId, ids))
    .groupBy(editionDays.day)
    .orderBy(editionDays.day)
    .all()
}

export function countLearners(statements: StatementsDb, ids: number[]): number {
  return statements
    .select({ learners: countDistinct(editionLearners.actor) })
    .from(editionLearners)
    .where(inArray(editionLearners.editionId, ids))
    .get()!.learners
}

export function sectionRows(statements: StatementsDb, ids: number[]) {
  return statements
    .select({
      sectionId: sectionReach.sectionId,
      reached: total(sectionReach.reached),
      stopped: total(sectionReach.stopped),
    })
    .from(sectionReach)
    .where(inArray(sectionReach.editionId, ids))
    .groupBy(sectionReach.sectionId)
    .all()
}

export function timeRows(statements: StatementsDb, ids: number[]) {
  const { sectionId, bucket } = activeTimes
  return statements
    .select({ sectionId, bucket, attempts: total(activeTimes.attempts) })
    .from(activeTimes)
    .where(inArray(activeTimes.editionId, ids))
    .groupBy(sectionId, bucket)
    .all()
}

export function questionRows(statements: StatementsDb, ids: number[]) {
  const { questionId, keyDigest } = questionMarks
  return statements
    .select({
      questionId,
      keyDigest,
      answers: total(questionMarks.answers),
      succeeded: total(questionMarks.succeeded),
      tries: total(questionMarks.tries),
      mark: total(questionMarks.mark),
      markSquared: total(questionMarks.markSquared),
      rest: total(questionMarks.rest),
      restSquared: total(questionMarks.restSquared),
      markTimesRest: total(questionMarks.markTimesRest),
    })
    .from(questionMarks)
    .where(inArray(questionMarks.editionId, ids))
    .groupBy(questionId, keyDigest)
    .all()
}

export function responseRows(statements: StatementsDb, ids: number[]) {
  const { questionId, keyDigest, response } = questionResponses
  return statements
    .select({ questionId, keyDigest, response, count: total(questionResponses.answers) })
    .from(questionResponses)
    .where(inArray(questionResponses.editionId, ids))
    .groupBy(questionId, keyDigest, response)
    .all()
}

export function lastStatementAt(statements: StatementsDb, ids: number[]): number | null {
  return statements
    .select({ last: max(attempts.lastAt) })
    .from(attempts)
    .where(inArray(attempts.editionId, ids))
    .get()!.last
}

function total(column: Parameters<typeof sum>[0]) {
  return sum(column).mapWith(Number)
}

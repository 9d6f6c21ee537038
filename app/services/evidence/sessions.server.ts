import { desc, eq } from 'drizzle-orm'
import {
  type ArchivedOpportunity,
  type ArchivedTrial,
  editions,
  moduleOpportunities,
  revisions,
  trialFindings,
  trialParticipants,
  trials,
} from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import type { NameOf } from './names.server.ts'

/** Why the module is made; none where nobody wrote it down. */
export function opportunitiesOf(
  db: Reader,
  moduleId: string,
  nameOf: NameOf,
): ArchivedOpportunity[] {
  return db
    .select()
    .from(moduleOpportunities)
    .where(eq(moduleOpportunities.moduleId, moduleId))
    .all()
    .map(({ need, voices, existing, decision, reason, decidedBy, decidedAt }) => ({
      ...{ need, voices, decision, reason, decidedAt },
      existing: {
        titles: existing.moduleIds.flatMap((id) => publishedTitle(db, id) ?? []),
        words: existing.words,
      },
      decidedBy: decidedBy && nameOf(decidedBy),
    }))
}

/** As everybody may know it; of a module that was never published, nothing. */
function publishedTitle(db: Reader, moduleId: string): string | undefined {
  return db
    .select({ facts: revisions.facts })
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .where(eq(editions.moduleId, moduleId))
    .orderBy(desc(editions.publishedAt))
    .get()?.facts.title
}

/** Its sessions with target learners, in the order in which they were planned. */
export function trialsOf(db: Reader, moduleId: string, nameOf: NameOf): ArchivedTrial[] {
  const held = db
    .select({ trial: trials, revision: revisions })
    .from(trials)
    .innerJoin(revisions, eq(revisions.id, trials.revisionId))
    .where(eq(trials.moduleId, moduleId))
    .orderBy(trials.plannedAt, trials.id)
    .all()
  const plannedAt = new Map(held.map(({ trial }) => [trial.id, trial.plannedAt]))
  return held.map(({ trial, revision }) => {
    const { day, place, protocol, state, decision, rationale, decidedBy, decidedAt } = trial
    const took = finishesOf(db, trial.id)
    return {
      ...{ revision: revision.number, digest: revision.digest, day, place, protocol, state },
      facilitator: nameOf(trial.facilitatorId),
      participants: took.length,
      finished: took.filter((at) => at !== null).length,
      ...{ decision, rationale, decidedBy: decidedBy && nameOf(decidedBy), decidedAt },
      plannedAt: trial.plannedAt,
      retestOf: plannedAt.get(trial.retestOf ?? '') ?? null,
      findings: findingsOf(db, trial.id),
    }
  })
}

function finishesOf(db: Reader, trialId: string): (number | null)[] {
  return db
    .select({ at: trialParticipants.finishedAt })
    .from(trialParticipants)
    .where(eq(trialParticipants.trialId, trialId))
    .all()
    .map(({ at }) => at)
}

function findingsOf(db: Reader, trialId: string): ArchivedTrial['findings'] {
  const { title, nodeId, severity, decision, reason, retested } = trialFindings
  return db
    .select({ title, nodeId, severity, decision, reason, fixedIn: revisions.number, retested })
    .from(trialFindings)
    .leftJoin(revisions, eq(revisions.id, trialFindings.fixedIn))
    .where(eq(trialFindings.trialId, trialId))
    .orderBy(trialFindings.openedAt, trialFindings.id)
    .all()
}

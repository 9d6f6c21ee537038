import { desc, eq, inArray } from 'drizzle-orm'
import {
  type ConsentScope,
  people,
  revisions,
  type TaskResult,
  trialAnswers,
  trialConsents,
  trialContacts,
  trialEvidence,
  trialFindings,
  trialObservations,
  trialParticipants,
  trialRemarks,
  trials,
  trialTaskResults,
} from '#app/db/schema/bank/index.ts'
import type { ModuleKey, Reader } from '#app/services/modules/find-module.server.ts'
import { findHold } from '#app/services/modules/hands.server.ts'
import { findTrial, type Participant, type Trial, type TrialKey } from './find-trial.server.ts'
import { susScore } from './sus.ts'

export type ListedTrial = Pick<
  Trial,
  'id' | 'state' | 'day' | 'place' | 'decision' | 'rationale' | 'retestOf' | 'decidedAt'
> & {
  protocol: string
  facilitator: string
  revisionNumber: number
  participants: number
  finished: number
}

/** The sessions of a module, the latest first. @throws UserError `module.not-found` (404) */
export function listTrials(db: Reader, key: ModuleKey): ListedTrial[] {
  const { moduleId } = findHold(db, key)
  return db
    .select({ trial: trials, facilitator: people.name, revisionNumber: revisions.number })
    .from(trials)
    .innerJoin(people, eq(people.id, trials.facilitatorId))
    .innerJoin(revisions, eq(revisions.id, trials.revisionId))
    .where(eq(trials.moduleId, moduleId))
    .orderBy(desc(trials.plannedAt))
    .all()
    .map(({ trial, facilitator, revisionNumber }) => {
      const { id, state, day, place, decision, rationale, retestOf, decidedAt } = trial
      const took = participantsOf(db, id)
      return {
        ...{ id, state, day, place, decision, rationale, retestOf, decidedAt },
        ...{ facilitator, revisionNumber, protocol: trial.protocol.name },
        participants: took.length,
        finished: took.filter(({ finishedAt }) => finishedAt !== null).length,
      }
    })
}

export type ParticipantView = Participant & {
  /** Both empty once they were forgotten, or never known. */
  name: string
  email: string
  consents: ConsentScope[]
  /** Whether they agreed to something once, and no longer do. */
  withdrew: boolean
  results: Record<string, TaskResult>
  /** 0 to 100; `null` without an answer. */
  sus: number | null
  own: Record<string, string | number>
}

export type SeenView = Pick<
  typeof trialObservations.$inferSelect,
  'id' | 'participantId' | 'taskId' | 'nodeId' | 'kind' | 'text' | 'at'
> & { findingId: string | null }

export type SaidView = typeof trialRemarks.$inferSelect & {
  findingId: string | null
}

export type TrialFindingView = typeof trialFindings.$inferSelect & {
  /** Ids of those who met it. */
  seenBy: string[]
}

export type TrialView = {
  trial: Trial
  facilitator: string
  /** Empty before anybody decided. */
  decidedBy: string
  revision: { id: string; number: number; digest: string; title: string; minutes: number }
  participants: ParticipantView[]
  observations: SeenView[]
  remarks: SaidView[]
  findings: TrialFindingView[]
}

/** A session with all that was gathered in it. @throws UserError `trial.not-found` (404) */
export function readTrial(db: Reader, key: TrialKey): TrialView {
  const trial = findTrial(db, key)
  const nameOf = (personId: string | null) =>
    personId === null
      ? ''
      : (db.select({ name: people.name }).from(people).where(eq(people.id, personId)).get()
          ?.name ?? '')
  const { id, number, digest, facts } = db
    .select()
    .from(revisions)
    .where(eq(revisions.id, trial.revisionId))
    .get()!
  const participants = participantsOf(db, trial.id)
  const evidence = evidenceOf(db, trial.id)
  const observations = db
    .select()
    .from(trialObservations)
    .where(eq(trialObservations.trialId, trial.id))
    .orderBy(trialObservations.at)
    .all()
    .map(({ trialId: _, observerId: __, ...seen }) => ({
      ...seen,
      findingId: evidence.find((each) => each.observationId === seen.id)?.findingId ?? null,
    }))
  const remarks = remarksOf(db, participants).map((said) => ({
    ...said,
    findingId: evidence.find((each) => each.remarkId === said.id)?.findingId ?? null,
  }))
  const findings = db
    .select()
    .from(trialFindings)
    .where(eq(trialFindings.trialId, trial.id))
    .orderBy(desc(trialFindings.severity), trialFindings.openedAt)
    .all()
    .map((finding) => ({
      ...finding,
      seenBy: [
        ...new Set(
          [...observations, ...remarks]
            .filter(({ findingId }) => findingId === finding.id)
            .map(({ participantId }) => participantId),
        ),
      ],
    }))
  return {
    ...{ trial, observations, remarks, findings },
    ...{ facilitator: nameOf(trial.facilitatorId), decidedBy: nameOf(trial.decidedBy) },
    revision: { id, number, digest, title: facts.title, minutes: facts.minutes },
    participants: participants.map((each) => viewOf(db, each)),
  }
}

function participantsOf(db: Reader, trialId: string): Participant[] {
  return db
    .select()
    .from(trialParticipants)
    .where(eq(trialParticipants.trialId, trialId))
    .orderBy(trialParticipants.code)
    .all()
}

function remarksOf(db: Reader, participants: Participant[]) {
  const ids = participants.map(({ id }) => id)
  return db
    .select()
    .from(trialRemarks)
    .where(inArray(trialRemarks.participantId, ids))
    .orderBy(trialRemarks.at)
    .all()
}

function evidenceOf(db: Reader, trialId: string) {
  return db
    .select({ evidence: trialEvidence })
    .from(trialEvidence)
    .innerJoin(trialFindings, eq(trialFindings.id, trialEvidence.findingId))
    .where(eq(trialFindings.trialId, trialId))
    .all()
    .map(({ evidence }) => evidence)
}

function viewOf(db: Reader, participant: Participant): ParticipantView {
  const { id } = participant
  const contact = db
    .select()
    .from(trialContacts)
    .where(eq(trialContacts.participantId, id))
    .get()
  const consents = db
    .select()
    .from(trialConsents)
    .where(eq(trialConsents.participantId, id))
    .all()
  const held = consents.filter(({ withdrawnAt }) => withdrawnAt === null)
  const results = db
    .select()
    .from(trialTaskResults)
    .where(eq(trialTaskResults.participantId, id))
    .all()
  const answers = db.select().from(trialAnswers).where(eq(trialAnswers.participantId, id)).get()
  return {
    ...participant,
    ...{ name: contact?.name ?? '', email: contact?.email ?? '' },
    consents: held.map(({ scope }) => scope),
    withdrew: consents.some(
      ({ scope, withdrawnAt }) =>
        withdrawnAt !== null && !held.some((each) => each.scope === scope),
    ),
    results: Object.fromEntries(results.map(({ taskId, result }) => [taskId, result])),
    sus: answers?.sus ? susScore(answers.sus) : null,
    own: answers?.own ?? {},
  }
}

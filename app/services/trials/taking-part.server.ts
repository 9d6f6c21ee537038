import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  type ConsentScope,
  type Protocol,
  type TrialState,
  trialAnswers,
  trialParticipants,
  trialRemarks,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findRevision, type Reader } from '#app/services/modules/find-module.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { findNode } from '#content-schema/elements.ts'
import { newId } from '#content-schema/identity.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { consentOf, refuseWithoutConsent } from './consent.server.ts'
import { findTakingPart, isOpen } from './find-trial.server.ts'
import { isSus } from './sus.ts'

export type TakingPart = {
  participantId: string
  code: string
  state: TrialState
  title: string
  /** Language of the module. */
  language: string
  protocol: Protocol
  /** What they agree to at present. */
  consents: ConsentScope[]
  startedAt: number | null
  finishedAt: number | null
  answered: boolean
}

/** What a participant has before them. @throws UserError `trial.not-found` (404) */
export function readTakingPart(db: Reader, participantId: string): TakingPart {
  const { participant, trial } = findTakingPart(db, participantId)
  const { facts } = findRevision(db, trial.revisionId)
  const { code, startedAt, finishedAt } = participant
  const answers = db
    .select({ at: trialAnswers.at })
    .from(trialAnswers)
    .where(eq(trialAnswers.participantId, participantId))
    .get()
  return {
    ...{ participantId, code, startedAt, finishedAt, state: trial.state },
    ...{ title: facts.title, language: facts.language, protocol: trial.protocol },
    consents: consentOf(db, participantId),
    answered: answers !== undefined,
  }
}

type Step = { participantId: string; now: Date }

/** @throws UserError `trial.not-open` (409) */
function refuseClosed(db: Reader, participantId: string) {
  const found = findTakingPart(db, participantId)
  if (!isOpen(found.trial)) throw new UserError('trial.not-open', {}, 409)
  return found
}

/** The module was opened; the first time counts. */
export function beginModule(bank: Bank, { participantId, now }: Step): void {
  refuseClosed(bank, participantId)
  bank
    .update(trialParticipants)
    .set({ startedAt: now.getTime() })
    .where(and(eq(trialParticipants.id, participantId), isNull(trialParticipants.startedAt)))
    .run()
}

/** What is on their screen, where they agreed that it is followed. */
export function saySeen(
  bank: Bank,
  { participantId, sectionId, nodeId, now }: Step & { sectionId: string; nodeId: string },
): void {
  refuseClosed(bank, participantId)
  if (!consentOf(bank, participantId).includes('traces')) return
  bank
    .update(trialParticipants)
    .set({ sectionId, nodeId, seenAt: now.getTime() })
    .where(eq(trialParticipants.id, participantId))
    .run()
}

/**
 * What a participant says of what is on their screen.
 *
 * @throws UserError `trial.not-open` (409), `trial.no-consent` (403), `remark.no-such-node` (404)
 */
export function leaveTrialRemark(
  bank: Bank,
  { participantId, nodeId, body, now }: Step & { nodeId: string | null; body: string },
): void {
  bank.transaction((tx) => {
    const { trial } = refuseClosed(tx, participantId)
    refuseWithoutConsent(tx, participantId, 'notes')
    const { doc } = resolved(tx, findRevision(tx, trial.revisionId))
    const node = nodeId ? findNode(doc, nodeId) : null
    if (nodeId && !node) throw new UserError('remark.no-such-node', {}, 404)
    tx.insert(trialRemarks)
      .values({
        ...{ id: newId(), participantId, nodeId, body, at: now.getTime() },
        quote: node ? excerpt(node, 120) : '',
      })
      .run()
  })
}

/** "I am done": the first time counts. */
export function finishModule(bank: Bank, { participantId, now }: Step): void {
  refuseClosed(bank, participantId)
  bank
    .update(trialParticipants)
    .set({ finishedAt: now.getTime() })
    .where(and(eq(trialParticipants.id, participantId), isNull(trialParticipants.finishedAt)))
    .run()
}

/**
 * The questionnaire, once. It may still come when the session has just been ended.
 *
 * @param given.own by the question's id; what the protocol does not ask is left out
 * @throws UserError `trial.not-open` (409), `trial.no-consent` (403), `trial.answers-incomplete`
 */
export function answerQuestionnaire(
  bank: Bank,
  given: Step & { sus: number[]; own: Record<string, string> },
): void {
  const { participantId, now } = given
  bank.transaction((tx) => {
    const { trial } = findTakingPart(tx, participantId)
    if (!isOpen(trial) && trial.state !== 'analysing')
      throw new UserError('trial.not-open', {}, 409)
    refuseWithoutConsent(tx, participantId, 'questionnaire')
    const { sus: asked, questions } = trial.protocol
    if (asked && !isSus(given.sus)) throw new UserError('trial.answers-incomplete')
    const own = Object.fromEntries(
      questions.flatMap((question) => {
        const answer = readAnswer(question, given.own[question.id] ?? '')
        return answer === null ? [] : [[question.id, answer]]
      }),
    )
    tx.insert(trialAnswers)
      .values({ participantId, sus: asked ? given.sus : null, own, at: now.getTime() })
      .onConflictDoNothing()
      .run()
  })
}

/** `null` for no answer: nobody has to give one. */
function readAnswer(
  { kind, choices }: Protocol['questions'][number],
  given: string,
): string | number | null {
  if (kind === 'scale') return /^[1-5]$/.test(given) ? Number(given) : null
  if (kind === 'choice') return choices.includes(given) ? given : null
  return given.trim() || null
}

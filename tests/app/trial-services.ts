import { eq } from 'drizzle-orm'
import type { Instance } from '#app/db/instance.server.ts'
import { modules } from '#app/db/schema/bank/index.ts'
import { findTrial, findTrialIn } from '#app/services/trials/find-trial.server.ts'
import {
  addEvidence,
  correctFinding,
  judgeFinding,
  openFinding,
} from '#app/services/trials/findings.server.ts'
import {
  cancelTrial,
  decideTrial,
  endTrial,
  startTrial,
} from '#app/services/trials/move-trial.server.ts'
import { addObservations, judgeTask } from '#app/services/trials/observations.server.ts'
import {
  addParticipants,
  forgetContacts,
  replaceLink,
} from '#app/services/trials/participants.server.ts'
import { planTrial } from '#app/services/trials/plan-trial.server.ts'
import {
  findProtocol,
  keepProtocol,
  removeProtocol,
} from '#app/services/trials/protocols.server.ts'
import { listTrials, readTrial } from '#app/services/trials/read-trial.server.ts'
import { shippedProtocols } from '#app/services/trials/shipped-protocols.ts'
import { letterTo } from '#tests/builders/trial.ts'

type Key = { organisationId: string; personId: string; moduleId: string; now: Date }

/** What a member of another organisation is refused of sessions, whatever they name. */
export function refusingTrials(here: () => Instance, key: () => Key) {
  const bank = () => here().bank
  const protocol = shippedProtocols.fr['one-to-one-fr']!
  /** Of whoever the module is. */
  const owner = () => ({
    ...key(),
    organisationId: bank().select().from(modules).where(eq(modules.id, key().moduleId)).get()!
      .organisationId,
  })
  const plan = {
    ...{ protocolId: 'one-to-one-fr', place: '', day: '2026-03-12', retestOf: null },
  }
  const planned = (by: Key) => planTrial(bank(), { ...plan, ...by, facilitatorId: by.personId })
  const theirs = () => ({ ...key(), trialId: planned(owner()), findingId: 'x' })
  const theirProtocol = () => ({
    ...key(),
    protocolId: keepProtocol(bank(), { ...owner(), protocolId: null, protocol }),
  })
  const evidence = { observationIds: [], remarkIds: [] }
  return {
    planTrial: () => planned(key()),
    findTrial: () => findTrial(bank(), theirs()),
    findTrialIn: () => findTrialIn(bank(), theirs(), ['planned']),
    readTrial: () => readTrial(bank(), theirs()),
    listTrials: () => listTrials(bank(), key()),
    startTrial: () => startTrial(bank(), theirs()),
    endTrial: () => endTrial(bank(), theirs()),
    cancelTrial: () => cancelTrial(bank(), { ...theirs(), reason: 'x' }),
    decideTrial: () => decideTrial(bank(), { ...theirs(), decision: 'stop', rationale: 'x' }),
    addParticipants: () => addParticipants(bank(), { ...theirs(), people: [], letterTo }),
    replaceLink: () => replaceLink(bank(), { ...theirs(), participantId: 'x', anew: true }),
    forgetContacts: () => forgetContacts(bank(), theirs()),
    addObservations: () => addObservations(bank(), { ...theirs(), observations: [] }),
    judgeTask: () =>
      judgeTask(bank(), { ...theirs(), participantId: 'x', taskId: 'x', result: 'failed' }),
    openFinding: () =>
      openFinding(bank(), { ...theirs(), ...evidence, title: '', nodeId: null, severity: 0 }),
    addEvidence: () => addEvidence(bank(), { ...theirs(), ...evidence }),
    judgeFinding: () =>
      judgeFinding(bank(), {
        ...{ ...theirs(), severity: 0, decision: 'accepted', reason: '', duplicateOf: null },
      }),
    correctFinding: () =>
      correctFinding(bank(), {
        ...{ ...theirs(), fixedIn: 'x', retested: null, retestTrialId: null },
        retestParticipants: 0,
      }),
    findProtocol: () => findProtocol(bank(), theirProtocol()),
    keepProtocol: () => keepProtocol(bank(), { ...theirProtocol(), protocol }),
    removeProtocol: () => removeProtocol(bank(), theirProtocol()),
  }
}

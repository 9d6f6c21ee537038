import { startTrial } from '#app/services/trials/move-trial.server.ts'
import { addParticipants } from '#app/services/trials/participants.server.ts'
import { keyOf, type Workplace } from '#tests/builders/bank.ts'
import { acting, letterTo, planned } from '#tests/builders/trial.ts'

/** What a member of another organisation may try on a session of a module, which runs. */
export function trialAttempts(place: Workplace) {
  const trialId = planned(place)
  const by = acting(place, trialId)
  const people = [{ profile: 'débutant', name: '', email: '' }]
  const [added] = addParticipants(place.bank, { ...by, people, letterTo })
  const participantId = added!.id
  startTrial(place.bank, by)
  const path = `/trials/${trialId}`
  const seen = { id: 'uuid-uuid', participantId, taskId: null, nodeId: null, text: '' }
  const finding = { findingId: 'x', severity: '3' }
  return {
    'routes/module.trials.tsx': {
      path: `/modules/${keyOf(place).moduleId}/trials`,
      sent: [
        {
          ...{ protocolId: 'one-to-one-fr', day: '2026-03-12', place: '' },
          ...{ facilitatorId: place.people.quality.id, retestOf: trialId },
        },
      ],
    },
    'routes/trial.tsx': {
      path,
      sent: ['start', 'end', 'cancel'].map((intent) => ({ intent, reason: 'x' })),
    },
    'routes/trial.prepare.tsx': {
      path,
      sent: [
        { intent: 'one', profile: 'débutant', name: '', email: '' },
        { intent: 'wanted' },
        { intent: 'link', participantId, code: 'P01' },
        { intent: 'revoke', participantId, code: 'P01' },
        { intent: 'forget' },
      ],
    },
    'routes/trial.run.tsx': { path: `${path}/run` },
    'routes/trial.live.ts': {
      path: `${path}/live`,
      sent: [
        { json: { observations: [{ ...seen, kind: 'error', at: 1 }] } },
        { json: { participantId, taskId: 'follow', result: 'failed' } },
      ],
    },
    'routes/trial.analyse.tsx': {
      path: `${path}/analyse`,
      sent: [
        { intent: 'put', title: 'x', severity: '3', 'observations[]': 'uuid-uuid' },
        { intent: 'judge', ...finding, decision: 'rejected', reason: 'x' },
        { intent: 'correct', ...finding, fixedIn: 'draft', retested: 'ok' },
      ],
    },
    'routes/trial.decide.tsx': {
      path: `${path}/decide`,
      sent: [{ intent: 'decide', decision: 'pass', rationale: 'x' }],
    },
    'routes/trial.report.tsx': { path: `${path}/report` },
    'routes/trial.report-pdf.tsx': { path: `${path}/report.pdf` },
    'routes/organisation.protocols.tsx': {
      path: '/organisation/protocols',
      own: true as const,
      sent: [{ intent: 'remove', protocolId: 'x' }],
    },
    'routes/invited.trial.tsx': {
      path: `/invited/trials/${participantId}`,
      byLink: true as const,
      sent: [
        { intent: 'consent', 'scopes[]': 'traces' },
        { intent: 'seen', sectionId: 'x', nodeId: 'x' },
        { intent: 'remark', nodeId: '', body: 'x' },
        { intent: 'finish' },
        { intent: 'answers', 'sus.0': '5' },
        { intent: 'withdraw', 'scopes[]': 'traces' },
      ],
    },
  }
}

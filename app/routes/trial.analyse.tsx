import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { listStates } from '#app/services/modules/history.server.ts'
import { may } from '#app/services/rights.ts'
import * as findings from '#app/services/trials/findings.server.ts'
import { placesOf } from '#app/services/trials/places.server.ts'
import { readTold } from '#app/services/trials/read-told.server.ts'
import { listTrials, readTrial } from '#app/services/trials/read-trial.server.ts'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { FindingCards } from '#app/ui/trials/finding-cards.tsx'
import { ResultsTable } from '#app/ui/trials/results-table.tsx'
import { SusFigure } from '#app/ui/trials/sus-figure.tsx'
import { Wall } from '#app/ui/trials/wall.tsx'
import { findingDecisions, severities } from '#content-schema/trials/trial-words.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const here = instance()
  const { bank } = here
  const view = readTrial(bank, { ...readParams(params, TrialParams), organisationId })
  const { trial, revision } = view
  const key = { moduleId: trial.moduleId, organisationId }
  return {
    ...view,
    minutes: revision.minutes,
    told: Object.fromEntries(
      view.participants.map((each) => [each.id, readTold(here, trial, each)]),
    ),
    places: placesOf(bank, findRevision(bank, trial.revisionId)),
    revisions: listStates(bank, key)
      .map(({ name }) => name)
      .filter((name) => name !== 'draft' && Number(name) > revision.number),
    later: listTrials(bank, key)
      .filter(({ id }) => id !== trial.id)
      .map(({ id, day }) => ({ id, day })),
    mayRun: may(member, 'trial:run'),
  }
})

export const action = acts(async ({ request, params }) => {
  const form = await readForm(request, Judged)
  const right = form.intent === 'put' ? 'trial:run' : 'trial:decide'
  const { organisationId, personId } = requireMember(request, right)
  const { bank } = instance()
  const { trialId } = readParams(params, TrialParams)
  const acting = { trialId, organisationId, personId, now: new Date() }
  if (form.intent === 'put') {
    const evidence = { observationIds: form.observations, remarkIds: form.remarks }
    if (form.findingId) findings.addEvidence(bank, { ...acting, ...evidence, ...form })
    else
      findings.openFinding(bank, {
        ...acting,
        ...evidence,
        ...form,
        nodeId: form.nodeId || null,
      })
  } else if (form.intent === 'judge')
    findings.judgeFinding(bank, { ...acting, ...form, duplicateOf: form.duplicateOf || null })
  else {
    const retested = form.retested || null
    const retestTrialId = form.retestTrialId || null
    findings.correctFinding(bank, { ...acting, ...form, retested, retestTrialId })
  }
  return { done: form.intent }
})

const severity = z.coerce
  .number()
  .pipe(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]))
const id = z.string().max(60)

const Judged = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('put'),
    findingId: id.default(''),
    title: z.string().trim().max(200).default(''),
    severity: severity.default(severities[2]),
    nodeId: id.default(''),
    observations: z.array(id).default([]),
    remarks: z.array(id).default([]),
  }),
  z.object({
    intent: z.literal('judge'),
    findingId: id,
    severity,
    decision: z.enum(findingDecisions),
    reason: z.string().trim().max(2000),
    duplicateOf: id.default(''),
  }),
  z.object({
    intent: z.literal('correct'),
    findingId: id,
    fixedIn: z.string().max(10),
    retested: z.enum(['', 'ok', 'ko']),
    retestTrialId: id.default(''),
    retestParticipants: z.coerce.number().int().min(0).max(60).default(0),
  }),
])

export const handle: PageHandle = { title: (t) => t('modules:tabs.trials') }

/** What was seen and said, put together into findings. */
export default function TrialAnalyse() {
  const { t } = useTranslation('trials')
  const data = useLoaderData<typeof loader>()
  const { trial, participants, told, minutes } = data
  const scores = participants.flatMap(({ sus }) => (sus === null ? [] : [sus]))
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      <ResultsTable {...{ participants, told, minutes, tasks: trial.protocol.tasks }} />
      {data.mayRun && <Wall {...data} />}
      <FindingCards {...data} />
      {trial.protocol.sus && (
        <section className="card" aria-labelledby="sus">
          <h2 id="sus">{t('analyse.sus')}</h2>
          <SusFigure scores={scores} />
        </section>
      )}
      <OwnAnswers questions={trial.protocol.questions} participants={participants} />
    </div>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>
type Own = Pick<Data, 'participants'> & {
  questions: Data['trial']['protocol']['questions']
}

function OwnAnswers({ questions, participants }: Own) {
  const { t } = useTranslation('trials')
  if (questions.length === 0) return null
  return (
    <section className="card" aria-labelledby="own">
      <h2 id="own">{t('analyse.own')}</h2>
      <dl>
        {questions.map(({ id: questionId, text }) => (
          <div key={questionId}>
            <dt>
              <strong>{text}</strong>
            </dt>
            {participants
              .filter(({ own }) => own[questionId] !== undefined)
              .map(({ id: participantId, code, own }) => (
                <dd key={participantId}>{t('said', { who: code, what: own[questionId] })}</dd>
              ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

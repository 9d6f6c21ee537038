import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { gateProfileOf } from '#app/services/publication/gate-profiles.server.ts'
import { trialFindings } from '#app/services/publication/trial-findings.server.ts'
import { may } from '#app/services/rights.ts'
import { decideTrial } from '#app/services/trials/move-trial.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'
import { Choices, TextArea } from '#app/ui/field.tsx'
import { FindingList } from '#app/ui/finding-list.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import type { Finding } from '#content-schema/finding.ts'
import { type TrialDecision, trialDecisions } from '#content-schema/trials/trial-words.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank } = instance()
  const view = readTrial(bank, { ...readParams(params, TrialParams), organisationId })
  const { id: trialId, moduleId, state, decision, rationale, decidedAt } = view.trial
  const { draft, ownerId } = findHeld(bank, { moduleId, organisationId })
  const profile = gateProfileOf(bank, ownerId, draft.facts)
  const effect = (assumed: TrialDecision) =>
    trialFindings(bank, draft, profile, { trialId, decision: assumed })
  return {
    ...{ trialId, moduleId, state, decision, rationale, decidedAt, decidedBy: view.decidedBy },
    now: trialFindings(bank, draft, profile),
    effects: Object.fromEntries(trialDecisions.map((each) => [each, effect(each)])) as Record<
      TrialDecision,
      Finding[]
    >,
    mayDecide: may(member, 'trial:decide'),
    mayWrite: may(member, 'module:write'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'trial:decide')
  const { trialId } = readParams(params, TrialParams)
  const form = await readForm(request, Decided)
  const acting = { trialId, organisationId, personId, now: new Date() }
  decideTrial(instance().bank, { ...acting, ...form })
  return redirect(`/trials/${trialId}/decide`)
})

const Decided = z.object({
  decision: z.enum(trialDecisions),
  rationale: z.string().trim().max(4000),
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.trials') }

/** What follows for the revision, with its effect on publication before anybody decides. */
export default function TrialDecide() {
  const { t } = useTranslation('trials')
  const data = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      {data.decision ? <Was data={data} /> : <Decide data={data} />}
      {data.decision === 'fix-and-retest' && (
        <p>
          <Link
            to={`/modules/${data.moduleId}/trials?retestOf=${data.trialId}`}
            className="button"
          >
            {t('decide.retest')}
          </Link>
        </p>
      )}
    </div>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

function Was({ data }: { data: Data }) {
  const { t } = useTranslation('trials')
  const { instant } = useFormat()
  const { decision, decidedBy, decidedAt, rationale } = data
  if (!decision) return null
  const said = {
    ...{ name: decidedBy, decision: t(`decisions.${decision}`) },
    date: instant(decidedAt ?? 0),
  }
  return (
    <section className="card" aria-labelledby="decided">
      <h2 id="decided">{t('report.decision')}</h2>
      <p>{t('decide.was', said)}</p>
      <blockquote>{rationale}</blockquote>
      <Effect data={data} findings={data.now} />
    </section>
  )
}

function Decide({ data }: { data: Data }) {
  const { t } = useTranslation('trials')
  const [chosen, setChosen] = useState<TrialDecision>('fix-and-retest')
  if (data.state !== 'analysing') return <p className="card">{t('decide.notYet')}</p>
  return (
    <section className="card" aria-labelledby="decide">
      <h2 id="decide">{t('decide.heading')}</h2>
      <p className="soft">{t('decide.lead')}</p>
      <Form method="post" className="stack">
        <Choices
          legend={t('report.decision')}
          name="decision"
          value={chosen}
          choices={trialDecisions.map((value) => ({ value, label: t(`decisions.${value}`) }))}
          onChoose={setChosen}
        />
        <Effect data={data} findings={data.effects[chosen]} />
        <TextArea label={t('decide.rationale')} name="rationale" required maxLength={4000} />
        {data.mayDecide && (
          <p>
            <button type="submit">{t('decide.button')}</button>
          </p>
        )}
      </Form>
    </section>
  )
}

/** What the gate of sessions says, or would say. */
function Effect({ data, findings }: { data: Data; findings: Finding[] }) {
  const { t } = useTranslation('trials')
  const { moduleId, mayWrite } = data
  return (
    <section aria-live="polite" aria-labelledby="effect">
      <h3 id="effect">{t('decide.effect')}</h3>
      <p>{t(findings.length === 0 ? 'decide.opens' : 'decide.remains')}</p>
      <FindingList findings={findings} moduleId={moduleId} mayWrite={mayWrite} />
    </section>
  )
}

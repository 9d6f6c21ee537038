import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import trialsEn from '#app/i18n/en/trials.json'
import trialsFr from '#app/i18n/fr/trials.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { may } from '#app/services/rights.ts'
import { planTrial } from '#app/services/trials/plan-trial.server.ts'
import { listProtocols } from '#app/services/trials/protocols.server.ts'
import { type ListedTrial, listTrials } from '#app/services/trials/read-trial.server.ts'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { PlanForm } from '#app/ui/trials/plan-form.tsx'
import { TrialBadge } from '#app/ui/trials/trial-badge.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId, personId } = member
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const language = currentLanguage(request)
  return {
    trials: listTrials(bank, key),
    protocols: listProtocols(bank, { organisationId, language }).map(
      ({ id, protocol: { name, kind }, changedAt }) => ({ id, name, kind, changedAt }),
    ),
    members: listMembers(bank, { organisationId }),
    personId,
    asked: new URL(request.url).searchParams.get('retestOf') ?? '',
    mayRun: may(member, 'trial:run'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'trial:run')
  const { moduleId } = readParams(params, ModuleParams)
  const form = await readForm(request, Plan)
  const acting = { moduleId, organisationId, personId, now: new Date() }
  const retestOf = form.retestOf || null
  return redirect(`/trials/${planTrial(instance().bank, { ...acting, ...form, retestOf })}`)
})

const Plan = z.object({
  protocolId: z.string().max(40),
  day: z.string().max(10),
  place: z.string().trim().max(200),
  facilitatorId: z.string().max(40),
  retestOf: z.string().max(40).default(''),
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.trials') }

/** The sessions in which target learners tried a module, and the form of the next. */
export default function ModuleTrials() {
  useOwnWords('trials', { fr: trialsFr, en: trialsEn })
  const { t } = useTranslation('trials')
  const data = useLoaderData<typeof loader>()
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      <section className="card" aria-labelledby="trials">
        <h2 id="trials">{t('list.heading')}</h2>
        <p className="soft">{t('list.lead')}</p>
        {data.trials.length === 0 && <p>{t('list.none')}</p>}
        <ul className="plain-list">
          {data.trials.map((trial) => (
            <Row key={trial.id} trial={trial} />
          ))}
        </ul>
      </section>
      {data.mayRun && <PlanForm key={data.asked} {...data} />}
    </div>
  )
}

function Row({ trial }: { trial: ListedTrial }) {
  const { t } = useTranslation('trials')
  const { day } = useFormat()
  const { id, protocol, revisionNumber, facilitator, participants, finished, retestOf } = trial
  return (
    <li>
      <p className="row">
        <Link to={`/trials/${id}`}>
          <strong>{protocol}</strong>
        </Link>
        <TrialBadge {...trial} />
      </p>
      <p className="soft">
        {t('list.row', { number: revisionNumber, day: day(trial.day), name: facilitator })}
        {participants > 0 && ` · ${t('list.count', { finished, participants })}`}
        {retestOf && ` · ${t('list.again')}`}
      </p>
    </li>
  )
}

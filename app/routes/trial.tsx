import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, Outlet, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import trialsEn from '#app/i18n/en/trials.json'
import trialsFr from '#app/i18n/fr/trials.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { may } from '#app/services/rights.ts'
import { cancelTrial, endTrial, startTrial } from '#app/services/trials/move-trial.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'
import { FailurePage } from '#app/ui/failure-page.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Tabs } from '#app/ui/tabs.tsx'
import { TrialBadge } from '#app/ui/trials/trial-badge.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const key = { ...readParams(params, TrialParams), organisationId: member.organisationId }
  const { trial, revision, facilitator } = readTrial(instance().bank, key)
  const { id, moduleId, state, decision, day, place } = trial
  return {
    ...{ id, moduleId, state, decision, day, place, facilitator },
    protocol: trial.protocol.name,
    title: revision.title,
    number: revision.number,
    mayRun: may(member, 'trial:run'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'trial:run')
  const { trialId } = readParams(params, TrialParams)
  const { intent, reason } = await readForm(request, Move)
  const { bank } = instance()
  const acting = { trialId, organisationId, personId, now: new Date() }
  if (intent === 'start') startTrial(bank, acting)
  else if (intent === 'end') endTrial(bank, acting)
  else cancelTrial(bank, { ...acting, reason })
  const next = { start: '/run', end: '/analyse', cancel: '' }[intent]
  return redirect(`/trials/${trialId}${next}`)
})

const Move = z.object({
  intent: z.enum(['start', 'end', 'cancel']),
  reason: z.string().trim().max(2000).default(''),
})

export const handle: PageHandle<{ title: string }> = {
  title: (t, { title }) => `${title} · ${t('modules:tabs.trials')}`,
}

/** A session: what it is about, its steps, and what moves it on. */
export default function TrialPage() {
  useOwnWords('trials', { fr: trialsFr, en: trialsEn })
  const { t } = useTranslation('trials')
  const { day } = useFormat()
  const trial = useLoaderData<typeof loader>()
  const base = `/trials/${trial.id}`
  const tabs = [
    { to: base, label: t('page.prepare'), end: true },
    { to: `${base}/run`, label: t('page.run') },
    { to: `${base}/analyse`, label: t('page.analyse') },
    { to: `${base}/decide`, label: t('page.decide') },
    { to: `${base}/report`, label: t('page.report') },
  ]
  const { number, protocol, place, facilitator: name } = trial
  return (
    <>
      <h1>{t('page.title', { title: trial.title })}</h1>
      <p className="row">
        <TrialBadge {...trial} />
        <span className="soft">
          {t('page.revision', {
            number,
            protocol,
            place: place || '–',
            name,
            day: day(trial.day),
          })}
        </span>
        <Link to={`/modules/${trial.moduleId}/trials`}>{t('page.module')}</Link>
      </p>
      <Tabs label={t('page.tabs')} tabs={tabs} />
      <div className="stack">
        <Refusal data={useActionData<typeof action>()} />
        {trial.mayRun && <Moves state={trial.state} id={trial.id} />}
        <Outlet />
      </div>
    </>
  )
}

type State = ReturnType<typeof useLoaderData<typeof loader>>['state']

function Moves({ state, id }: { state: State; id: string }) {
  const { t } = useTranslation('trials')
  if (state === 'decided' || state === 'cancelled') return null
  const opens = state === 'analysing' ? 'reopen' : 'start'
  return (
    <Form method="post" action={`/trials/${id}`} className="row" preventScrollReset>
      {state === 'running' ? (
        <button type="submit" name="intent" value="end">
          {t('page.end')}
        </button>
      ) : (
        <button
          type="submit"
          name="intent"
          value="start"
          className={state === 'analysing' ? 'quiet' : ''}
        >
          {t(`page.${opens}`)}
        </button>
      )}
      <details>
        <summary>{t('page.cancel')}</summary>
        <TextField label={t('page.reason')} name="reason" maxLength={2000} />
        <button type="submit" name="intent" value="cancel" className="quiet">
          {t('page.cancel')}
        </button>
      </details>
    </Form>
  )
}

export function ErrorBoundary() {
  return <FailurePage />
}

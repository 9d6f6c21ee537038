import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import guaranteesEn from '#app/i18n/en/guarantees.json'
import qualityEn from '#app/i18n/en/quality.json'
import guaranteesFr from '#app/i18n/fr/guarantees.json'
import qualityFr from '#app/i18n/fr/quality.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { answerGuarantee } from '#app/services/guarantees/answer-guarantee.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { readGuarantee } from '#app/services/guarantees/read-guarantee.server.ts'
import { renewGuarantee } from '#app/services/guarantees/renew-guarantee.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { guaranteeTones } from '#app/ui/guarantees/guarantee-panel.tsx'
import { AnswerForms, SignForm } from '#app/ui/guarantees/sign-form.tsx'
import { SinceThen } from '#app/ui/guarantees/since.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Hatching } from '#app/ui/quality/bar.tsx'

const Params = z.object({ guaranteeId: z.string().max(80) })

/** What was just done, said on the page that it leads to. */
const Said = z.object({
  done: z.enum(['accepted', 'declined', 'renewed']).nullable().catch(null),
})

export const loader = loads(({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'guarantee:answer')
  const { guaranteeId } = readParams(params, Params)
  const now = new Date()
  const asked = { guaranteeId, organisationId, personId, now }
  const search = Object.fromEntries(new URL(request.url).searchParams)
  return {
    ...readGuarantee(instance(), asked),
    ...readParams({ done: null, ...search }, Said),
    proposed: dayAfter(now, 365),
  }
})

const GuaranteeForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('answer'),
    answer: z.enum(['accepted', 'declined']),
    reason: z.string().trim().max(1000).default(''),
  }),
  z.object({
    intent: z.literal('renew'),
    digest: z.string().max(80),
    endsOn: z.string().max(10),
    note: z.string().trim().max(1000),
  }),
])

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'guarantee:answer')
  const { guaranteeId } = readParams(params, Params)
  const form = await readForm(request, GuaranteeForm)
  const key = { guaranteeId, organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (form.intent === 'answer') {
    answerGuarantee(bank, { ...key, ...form })
    return redirect(`/guarantees/${guaranteeId}?done=${form.answer}`)
  }
  return redirect(`/guarantees/${renewGuarantee(bank, { ...key, ...form })}?done=renewed`)
})

export const handle: PageHandle<{ title: string }> = { title: (_t, { title }) => title }

/** One guarantee: what is promised, what happened since, and the act that renews it. */
export default function Guarantee() {
  useOwnWords('guarantees', { fr: guaranteesFr, en: guaranteesEn })
  useOwnWords('quality', { fr: qualityFr, en: qualityEn })
  const { t } = useTranslation(['guarantees', 'modules'])
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { row, title, state, mayAnswer, maySign, superseded, done } = data
  return (
    <div className="stack">
      <p>
        <Link to="/guarantees">{t('page.back')}</Link>
      </p>
      <h1>{t('page.title', { aspect: t(`modules:aspects.${row.aspect}`) })}</h1>
      <p className="row">
        <Link to={`/modules/${row.moduleId}`}>{title}</Link>
        {row.answer === 'accepted' && (
          <Badge tone={guaranteeTones[state]}>{t(`modules:guarantee.states.${state}`)}</Badge>
        )}
      </p>
      <Refusal data={answer} />
      {done && !answer && <Notice tone="ok">{t(`page.${done}`)}</Notice>}
      {superseded && <Notice tone="info">{t('page.superseded')}</Notice>}
      {row.answer === null && !mayAnswer && !superseded && (
        <Notice tone="info">{t('page.waiting', { person: row.person })}</Notice>
      )}
      {row.answer === 'declined' && (
        <Notice tone="warn">{t('page.answered', { reason: row.reason })}</Notice>
      )}
      <Promised />
      {mayAnswer && <AnswerForms />}
      <Hatching />
      <SinceThen since={data.since} moduleId={row.moduleId} />
      {maySign && (
        <SignForm moduleId={row.moduleId} signs={data.signs} endsOn={data.proposed} />
      )}
    </div>
  )
}

function Promised() {
  const { t } = useTranslation('guarantees')
  const { day } = useFormat()
  const { row, lookOn } = useLoaderData<typeof loader>()
  const { person, deputy, lookEvery, toWatch, note } = row
  const term = { from: day(row.startsOn), until: day(row.endsOn) }
  const facts = [
    [t('page.person'), person],
    [t('page.term'), t('page.termDays', term)],
    [t('page.deputy'), deputy],
    [t('page.rhythm'), lookEvery && t('page.rhythmMonths', { count: lookEvery })],
    ['', lookOn && t('lookOn', { day: day(lookOn) })],
    [t('page.watch'), toWatch],
    [t('page.note'), note],
  ].filter(([, value]) => value)
  return (
    <section className="card" aria-labelledby="promised">
      <h2 id="promised">{t('page.facts')}</h2>
      <ul>
        {facts.map(([name, value]) => (
          <li key={value}>
            {name && <strong>{name} </strong>}
            {value}
          </li>
        ))}
      </ul>
    </section>
  )
}

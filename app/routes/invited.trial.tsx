import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { consentScopes } from '#app/db/schema/bank/index.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { requireGuest } from '#app/http/guest.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import trialPartEn from '#app/i18n/en/trial-part.json'
import trialPartFr from '#app/i18n/fr/trial-part.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { giveConsent, withdrawConsent } from '#app/services/trials/consent.server.ts'
import { findTakingPart } from '#app/services/trials/find-trial.server.ts'
import { openTrialPlayer } from '#app/services/trials/open-player.server.ts'
import { placesOf } from '#app/services/trials/places.server.ts'
import * as part from '#app/services/trials/taking-part.server.ts'
import { FailurePage } from '#app/ui/failure-page.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import shell from '#app/ui/shell.module.css'
import { LanguageSwitch } from '#app/ui/shell.tsx'
import { Play } from '#app/ui/trials/part-play.tsx'
import { Questionnaire } from '#app/ui/trials/part-questionnaire.tsx'
import { Begin, Consent, Said, Wait, Withdraw } from '#app/ui/trials/part-steps.tsx'

const Params = z.object({ participantId: z.string().min(1).max(40) })

export const loader = loads(async ({ request, params }) => {
  const { participantId } = readParams(params, Params)
  requireGuest(request, 'trial', participantId)
  const here = instance()
  const taking = part.readTakingPart(here.bank, participantId)
  const asked = new URL(request.url).searchParams.has('play')
  const plays = asked && taking.state === 'running' && taking.finishedAt === null
  const { trial } = findTakingPart(here.bank, participantId)
  return {
    ...taking,
    places: plays ? placesOf(here.bank, findRevision(here.bank, trial.revisionId)) : [],
    player: plays ? await openTrialPlayer(here, { participantId, now: new Date() }) : null,
    content: new URL(here.settings.contentUrl).origin,
    agreed: asked || taking.consents.length > 0 || taking.startedAt !== null,
    ready: new URL(request.url).searchParams.has('ready'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { participantId } = readParams(params, Params)
  requireGuest(request, 'trial', participantId)
  const form = await readForm(request, PartForm)
  const here = instance()
  const step = { participantId, now: new Date() }
  const path = `/invited/trials/${participantId}`
  if (form.intent === 'consent') {
    giveConsent(here.bank, { ...step, scopes: form.scopes })
    return redirect(`${path}?ready`)
  }
  if (form.intent === 'finish') {
    part.finishModule(here.bank, step)
    return redirect(path)
  }
  if (form.intent === 'answers') {
    const { intent: _, ...given } = form
    part.answerQuestionnaire(here.bank, { ...step, ...readAnswers(given) })
    return redirect(path)
  }
  if (form.intent === 'withdraw') withdrawConsent(here, { ...step, scopes: form.scopes })
  else if (form.intent === 'remark')
    part.leaveTrialRemark(here.bank, { ...step, ...form, nodeId: form.nodeId || null })
  else part.saySeen(here.bank, { ...step, ...form })
  return { done: form.intent }
})

const scopes = z.array(z.enum(consentScopes)).default([])
const nodeId = z.string().max(40)

const PartForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('consent'), scopes }),
  z.object({ intent: z.literal('withdraw'), scopes }),
  z.object({ intent: z.literal('finish') }),
  z.object({ intent: z.literal('seen'), sectionId: nodeId, nodeId }),
  z.object({
    intent: z.literal('remark'),
    nodeId,
    body: z.string().trim().min(1).max(4000),
  }),
  z.looseObject({ intent: z.literal('answers') }),
])

/** `sus.0` to `sus.9`, and `own.<id>`. */
function readAnswers(fields: Record<string, unknown>) {
  const sus = Array.from({ length: 10 }, (_, index) => Number(fields[`sus.${index}`] ?? 0))
  const own = Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => name.startsWith('own.'))
      .map(([name, value]) => [name.slice(4), String(value).slice(0, 4000)]),
  )
  return { sus, own }
}

/** What a player says while it is open changes nothing around it. */
export function shouldRevalidate(asked: {
  formData?: FormData
  defaultShouldRevalidate: boolean
}): boolean {
  const intent = asked.formData?.get('intent')
  return intent === 'seen' || intent === 'remark' ? false : asked.defaultShouldRevalidate
}

export const handle: PageHandle<{ title: string }> = { title: (_t, { title }) => title }

/** A participant's own page: consent, the module, the questionnaire, thanks, and the way out. */
export default function InvitedTrial() {
  useOwnWords('trialPart', { fr: trialPartFr, en: trialPartEn })
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('trialPart')
  return (
    <Around>
      <h1>{t('title', { title: data.title })}</h1>
      <p className="soft">{t('code', { code: data.code })}</p>
      <Refusal data={answer} />
      {answer && 'done' in answer && answer.done === 'withdraw' && (
        <Notice tone="ok">{t('withdraw.done')}</Notice>
      )}
      <div className="stack">
        <Step />
        {data.consents.length > 0 && <Withdraw scopes={data.consents} />}
      </div>
    </Around>
  )
}

/** What comes next for them. */
function Step() {
  const data = useLoaderData<typeof loader>()
  const { state, finishedAt, answered, consents, agreed, ready, protocol } = data
  const asks = protocol.sus || protocol.questions.length > 0
  const mayAnswer = asks && !answered && consents.includes('questionnaire')
  const isOpen = ['planned', 'recruiting', 'running'].includes(state)
  if (finishedAt !== null && mayAnswer && (isOpen || state === 'analysing'))
    return <Questionnaire protocol={protocol} />
  if (finishedAt !== null) return <Said which="thanks" />
  if (!isOpen) return <Said which="over" />
  if (!agreed && !ready) return <Consent protocol={protocol} title={data.title} asks={asks} />
  if (state !== 'running') return <Wait />
  if (!data.player) return <Begin tasks={protocol.tasks} />
  return (
    <Play
      key={String(consents.includes('traces'))}
      url={data.player}
      content={data.content}
      places={data.places}
      tasks={protocol.tasks}
      followed={consents.includes('traces')}
      mayRemark={consents.includes('notes')}
    />
  )
}

export function ErrorBoundary() {
  return (
    <Around>
      <FailurePage />
    </Around>
  )
}

function Around({ children }: { children: React.ReactNode }) {
  return (
    <>
      <header className={shell.header}>
        <span className={shell.brand}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          Grainothèque
        </span>
        <LanguageSwitch />
      </header>
      <main id="content" className={shell.main}>
        {children}
      </main>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { ForwardingForm } from '#app/http/forwarding-form.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import forwardingEn from '#app/i18n/en/forwarding.json'
import forwardingFr from '#app/i18n/fr/forwarding.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  addTarget,
  changeTarget,
  changeTargetSecret,
  dropLetters,
  listTargets,
  pauseTarget,
  removeTarget,
  resendLetters,
  resumeTarget,
  type TargetView,
} from '#app/services/forwarding/targets.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { NewTarget } from '#app/ui/forwarding/new-target.tsx'
import { TargetCard } from '#app/ui/forwarding/target-card.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useAskingAgain } from '#app/ui/use-asking-again.ts'

export const loader = loads(async ({ request }) => {
  const { organisationId } = requireMember(request, 'forwarding:keep')
  const here = instance()
  return {
    targets: await listTargets(here, organisationId),
    modules: listModules(here.bank, organisationId).map(({ id, title }) => ({ id, title })),
  }
})

const moving = { pause: pauseTarget, resume: resumeTarget, remove: removeTarget }
const handling = { resend: resendLetters, drop: dropLetters }

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'forwarding:keep')
  const form = await readForm(request, ForwardingForm)
  const by = { personId, organisationId, now: new Date() }
  const here = instance()
  if (form.intent === 'add') addTarget(here, { ...form, ...by })
  else if (form.intent === 'change') changeTarget(here.bank, { ...form, ...by })
  else if (form.intent === 'secret') changeTargetSecret(here, { ...form, ...by })
  else if (form.intent === 'resend' || form.intent === 'drop')
    handling[form.intent](here.bank, { ...form, ...by })
  else moving[form.intent](here.bank, { ...form, ...by })
  return { done: form.intent }
})

export const handle: PageHandle = { title: (t) => t('areas.forwarding') }

/** Something goes in a moment. */
function isMoving({ state, failure, waiting, letters }: TargetView): boolean {
  const again = letters.some((letter) => letter.state === 'resend')
  return state === 'running' && failure === null && (waiting > 0 || again)
}

/** The LRSs that the organisation's statements are passed on to, and how that goes. */
export default function Forwarding() {
  useOwnWords('forwarding', { fr: forwardingFr, en: forwardingEn })
  const { t } = useTranslation('forwarding')
  const { targets, modules } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useAskingAgain(targets.some(isMoving))
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Refusal data={answer} />
      {answer && 'done' in answer && (
        <Notice tone="ok" answers={answer}>
          {t(`done.${answer.done}`)}
        </Notice>
      )}
      {targets.length === 0 && <p>{t('none')}</p>}
      {targets.map((target) => (
        <TargetCard key={target.id} target={target} modules={modules} />
      ))}
      <NewTarget key={targets.length} modules={modules} />
    </div>
  )
}

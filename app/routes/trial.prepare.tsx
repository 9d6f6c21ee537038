import { useTranslation } from 'react-i18next'
import { renderSVG } from 'uqr'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { linkAddress } from '#app/http/guest.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { TrialParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { trialLetter } from '#app/http/trial-letter.server.ts'
import { may } from '#app/services/rights.ts'
import {
  addParticipants,
  forgetContacts,
  replaceLink,
} from '#app/services/trials/participants.server.ts'
import { readTrial } from '#app/services/trials/read-trial.server.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { InviteForm } from '#app/ui/trials/invite-form.tsx'
import { ParticipantTable } from '#app/ui/trials/participant-table.tsx'
import { type ShownLink, ShownLinks } from '#app/ui/trials/shown-links.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const key = { ...readParams(params, TrialParams), organisationId: member.organisationId }
  const { trial, participants } = readTrial(instance().bank, key)
  const { protocol, state } = trial
  return {
    ...{ protocol, state, participants },
    mayRun: may(member, 'trial:run'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'trial:run')
  const key = { ...readParams(params, TrialParams), organisationId }
  const form = await readForm(request, Asked)
  const { bank, settings } = instance()
  const acting = { ...key, personId, now: new Date() }
  const shown = (code: string, token: string): ShownLink => {
    const url = linkAddress(settings, token)
    return { code, url, qr: renderSVG(url, { border: 2 }) }
  }
  if (form.intent === 'forget') forgetContacts(bank, acting)
  else if (form.intent === 'link' || form.intent === 'revoke') {
    const anew = form.intent === 'link'
    const token = replaceLink(bank, { ...acting, participantId: form.participantId, anew })
    return { links: token ? [shown(form.code, token)] : [] }
  } else {
    const language = currentLanguage(request)
    const letterTo = trialLetter(bank, settings, { ...key, language })
    const people = form.intent === 'one' ? [form] : missing(readTrial(bank, key))
    const added = addParticipants(bank, { ...acting, people, letterTo })
    return { links: added.map(({ code, token }) => shown(code, token)) }
  }
  return { links: [] }
})

/** Who is wanted and not invited yet, without names. */
function missing({ trial, participants }: ReturnType<typeof readTrial>) {
  return trial.protocol.wanted.flatMap(({ profile, count }) => {
    const have = participants.filter((each) => each.profile === profile).length
    return Array.from({ length: Math.max(0, count - have) }, () => ({
      ...{ profile, name: '', email: '' },
    }))
  })
}

const participantId = z.string().max(40)

const Asked = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('one'),
    profile: z.string().trim().min(1).max(80),
    name: z.string().trim().max(120),
    email: z.union([z.literal(''), z.email().max(200)]),
  }),
  z.object({ intent: z.literal('wanted') }),
  z.object({ intent: z.literal('link'), participantId, code: z.string().max(8) }),
  z.object({ intent: z.literal('revoke'), participantId, code: z.string().max(8) }),
  z.object({ intent: z.literal('forget') }),
])

export const handle: PageHandle = { title: (t) => t('modules:tabs.trials') }

/** Who takes part, their links, and what they will be asked. */
export default function TrialPrepare() {
  const { t } = useTranslation('trials')
  const { protocol, participants, state, mayRun } = useLoaderData<typeof loader>()
  const data = useActionData<typeof action>()
  const open = mayRun && ['planned', 'recruiting', 'running'].includes(state)
  const links = data && 'links' in data ? data.links : null
  return (
    <div className="stack">
      <Refusal data={data} />
      {links && links.length === 0 && <Notice tone="ok">{t('prepare.done')}</Notice>}
      {links && links.length > 0 && <ShownLinks links={links} />}
      <ParticipantTable participants={participants} mayRun={mayRun} />
      {open && (
        <InviteForm
          key={participants.length}
          wanted={protocol.wanted}
          profiles={participants.map(({ profile }) => profile)}
        />
      )}
      <section className="card" aria-labelledby="protocol">
        <h2 id="protocol">{t('prepare.protocol')}</h2>
        <p>
          {protocol.name} · {t(`kinds.${protocol.kind}`)}
        </p>
        <h3>{t('prepare.tasks')}</h3>
        <ol>
          {protocol.tasks.map(({ id, text, success }) => (
            <li key={id}>
              {text} <span className="soft">{t('prepare.success', { success })}</span>
            </li>
          ))}
        </ol>
        <h3>{t('prepare.consent')}</h3>
        <p>{protocol.consent}</p>
      </section>
    </div>
  )
}

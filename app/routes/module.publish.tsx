import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { instance } from '#app/db/instance.server.ts'
import { waivableGates } from '#app/db/schema/bank/index.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import gatesEn from '#app/i18n/en/gates.json'
import gatesFr from '#app/i18n/fr/gates.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import type { ModuleKey } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { opportunityStanding } from '#app/services/opportunity/read-opportunity.server.ts'
import { publishModule } from '#app/services/publication/publish-module.server.ts'
import { readPublication } from '#app/services/publication/read-publication.server.ts'
import {
  askWaiver,
  decideWaiver,
  withdrawWaiver,
} from '#app/services/publication/waivers.server.ts'
import { contentDigest } from '#app/services/reuse/content-digest.server.ts'
import { listUpdates } from '#app/services/reuse/updates.server.ts'
import { type WhereUsed, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { may } from '#app/services/rights.ts'
import { TextArea } from '#app/ui/field.tsx'
import { ApprovalList } from '#app/ui/gates/approval-list.tsx'
import { GateItem } from '#app/ui/gates/gate-item.tsx'
import styles from '#app/ui/gates/gates.module.css'
import { WaiverPanel } from '#app/ui/gates/waiver-panel.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import { StoppedNotice } from '#app/ui/opportunity/stopped-notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { TouchedPanel } from '#app/ui/reuse/touched-panel.tsx'
import { type Waiting, WaitingPanel } from '#app/ui/reuse/waiting-panel.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId, personId } = member
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { draft, as, mayPublish } = findHeld(bank, key)
  if (!mayPublish) throw new UserError('co-author.may-not-publish', {}, 403)
  const own = as === 'owner'
  return {
    moduleId: draft.moduleId,
    digest: contentDigest(bank, draft),
    ...readPublication(bank, { draft, now: new Date() }),
    own,
    // Why it is made and who uses it is its owner's business.
    opportunity: own ? opportunityStanding(bank, draft) : null,
    used: own ? whereUsed(bank, { ...key, now: new Date() }) : unused,
    waiting: own ? waitingFor(bank, key) : [],
    personId,
    mayWrite: may(member, 'module:write'),
    mayPublish: may(member, 'module:publish'),
    mayRequest: may(member, 'review:request'),
    mayAsk: own && may(member, 'waiver:ask'),
    mayDecide: own && may(member, 'waiver:decide'),
    ...readState(bank, draft),
  }
})

/** Later editions of what it reuses that nobody decided about; those that follow come with the publication. */
function waitingFor(bank: Bank, key: ModuleKey): Waiting[] {
  return listUpdates(bank, key)
    .filter(({ state }) => state === 'open')
    .map(({ referenceId, title, seen, latest, follows }) => ({
      ...{ referenceId, title, seen, latest, follows },
    }))
}

export const action = acts(async ({ request, params }) => {
  const { moduleId } = readParams(params, ModuleParams)
  const form = await readForm(request, PublishForm)
  const member = requireMember(request, rights[form.intent])
  const { personId, organisationId } = member
  const key = { moduleId, organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (form.intent === 'publish')
    publishModule(bank, { ...key, expectedDigest: form.digest, note: form.note })
  else if (form.intent === 'ask-waiver') askWaiver(bank, { ...key, ...form })
  else if (form.intent === 'decide-waiver') decideWaiver(bank, { ...key, ...form })
  else withdrawWaiver(bank, { ...key, ...form, decides: may(member, 'waiver:decide') })
  return redirect(`/modules/${moduleId}/publish`)
})

const unused: WhereUsed = { users: [], elsewhere: [], packages: [] }

const rights = {
  publish: 'module:publish',
  'ask-waiver': 'waiver:ask',
  'decide-waiver': 'waiver:decide',
  'withdraw-waiver': 'waiver:ask',
} as const

const waiverId = z.string().max(40)
const sentence = z.string().trim().max(2000)

const PublishForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('publish'),
    digest: z.string(),
    note: z.string().trim().max(1000),
  }),
  z.object({
    intent: z.literal('ask-waiver'),
    gate: z.enum(waivableGates),
    reason: sentence,
    endsOn: z.string().max(10),
  }),
  z.object({
    intent: z.literal('decide-waiver'),
    waiverId,
    decision: z.enum(['granted', 'refused']),
    answer: sentence,
  }),
  z.object({ intent: z.literal('withdraw-waiver'), waiverId }),
])

export const handle: PageHandle = { title: (t) => t('modules:tabs.publish') }

export default function Publish() {
  useOwnWords('gates', { fr: gatesFr, en: gatesEn })
  const { t } = useTranslation(['gates', 'modules'])
  const data = useLoaderData<typeof loader>()
  const { gates, state, edition, moduleId, digest, mayWrite, used, own, waiting } = data
  const ready = gates.every(({ passed, waiver }) => passed || waiver)
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      {state === 'published' && (
        <Notice tone="ok">
          {t('published', { number: edition })}{' '}
          {own && data.mayPublish && (
            <Link to={`/modules/${moduleId}/export`}>{t('exportIt')}</Link>
          )}
        </Notice>
      )}
      <StoppedNotice decision={data.opportunity?.decision ?? null} moduleId={moduleId} />
      <section className="card" aria-labelledby="gates">
        <h2 id="gates">{t('gates')}</h2>
        <p className="soft">{t('use', { use: t(`modules:uses.${data.intendedUse}`) })}</p>
        <ul className={`plain-list ${styles.gates}`}>
          {gates.map((gate) => (
            <GateItem
              key={gate.name}
              gate={gate}
              moduleId={moduleId}
              mayWrite={mayWrite}
              told={gate.name === 'approval' && <Approvals data={data} />}
            >
              <Waivers gate={gate} data={data} />
            </GateItem>
          ))}
        </ul>
      </section>
      {state !== 'published' && data.mayPublish && (
        <PublishCard {...{ moduleId, digest, ready, used, waiting }} />
      )}
    </div>
  )
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>

function Approvals({ data: { approvals, mayRequest, moduleId } }: { data: Data }) {
  const { t } = useTranslation('gates')
  const open = approvals.some(({ state }) => state !== 'approved' && state !== 'waiting')
  return (
    <>
      <ApprovalList approvals={approvals} />
      {open && mayRequest && (
        <p>
          <Link to={`/modules/${moduleId}/review`}>{t('askReview')}</Link>
        </p>
      )}
    </>
  )
}

function Waivers({ gate, data }: { gate: Data['gates'][number]; data: Data }) {
  const name = waivableGates.find((each) => each === gate.name)
  if (!name) return null
  return (
    <WaiverPanel
      key={`${name} ${data.waivers.length}`}
      gate={name}
      waivers={data.waivers.filter((waiver) => waiver.gate === name)}
      isClosed={!gate.passed}
      personId={data.personId}
      mayAsk={data.mayAsk}
      mayDecide={data.mayDecide}
    />
  )
}

type PublishProps = {
  moduleId: string
  digest: string
  ready: boolean
  used: WhereUsed
  waiting: Waiting[]
}

function PublishCard({ moduleId, digest, ready, used, waiting }: PublishProps) {
  const { t } = useTranslation('gates')
  return (
    <section className="card" aria-labelledby="publish">
      <h2 id="publish">{t('heading')}</h2>
      <p className="soft">{t(ready ? 'lead' : 'notYet')}</p>
      <TouchedPanel used={used} />
      <WaitingPanel waiting={waiting} moduleId={moduleId} />
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="publish" />
        <input type="hidden" name="digest" value={digest} />
        <TextArea label={t('note')} hint={t('noteHint')} name="note" maxLength={1000} />
        <button type="submit">{t('button')}</button>
      </Form>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import reuseEn from '#app/i18n/en/reuse.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { findDraft, latestEdition } from '#app/services/modules/find-module.server.ts'
import { withdrawalOf } from '#app/services/modules/withdrawal.server.ts'
import { forkModule } from '#app/services/reuse/fork.server.ts'
import {
  decideUpdate,
  listUpdates,
  updateDecisions,
} from '#app/services/reuse/updates.server.ts'
import { originOf } from '#app/services/reuse/used-parts.server.ts'
import { usesOf, whereUsed } from '#app/services/reuse/where-used.server.ts'
import { offerAgain, withdrawModule } from '#app/services/reuse/withdraw.server.ts'
import { may } from '#app/services/rights.ts'
import { TextArea } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ForkForm } from '#app/ui/reuse/fork-form.tsx'
import { UpdateCard } from '#app/ui/reuse/update-card.tsx'
import { UsedPanel, UsesPanel } from '#app/ui/reuse/used-panel.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { moduleId, facts } = findDraft(bank, key)
  const origin = originOf(bank, moduleId)
  return {
    title: facts.title,
    origin: origin && {
      title: origin.title,
      organisation: origin.organisation,
      edition: origin.edition,
    },
    uses: usesOf(bank, key),
    updates: listUpdates(bank, key),
    used: whereUsed(bank, { ...key, now: new Date() }),
    withdrawal: withdrawalOf(bank, moduleId),
    published: latestEdition(bank, moduleId) !== null,
    mayWrite: may(member, 'module:write'),
    mayCreate: may(member, 'module:create'),
    mayWithdraw: may(member, 'module:publish'),
  }
})

const ReuseForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('decide'),
    referenceId: z.string().max(40),
    digest: z.string().max(64),
    decision: z.enum(updateDecisions),
    sure: z.string().optional(),
  }),
  z.object({ intent: z.literal('fork'), title: z.string().trim().min(1).max(200) }),
  z.object({ intent: z.literal('withdraw'), reason: z.string().trim().min(1).max(500) }),
  z.object({ intent: z.literal('offer') }),
])

export const action = acts(async ({ request, params }) => {
  const form = await readForm(request, ReuseForm)
  const { moduleId: named } = readParams(params, ModuleParams)
  const { bank } = instance()
  const now = new Date()
  const rights = { decide: 'module:write', fork: 'module:create' } as const
  const right = form.intent in rights ? rights[form.intent as 'fork'] : 'module:publish'
  const { organisationId, personId, name } = requireMember(request, right)
  const { moduleId } = findDraft(bank, { moduleId: named, organisationId })
  const key = { moduleId, organisationId, personId, now }
  if (form.intent === 'fork') {
    const author = { id: personId, name }
    const made = forkModule(bank, { ...key, title: form.title, author })
    return redirect(`/modules/${made}`)
  }
  if (form.intent === 'decide') {
    const sure = form.decision !== 'replace' || form.sure !== undefined
    if (!sure) return { unsure: true as const }
    decideUpdate(bank, { ...key, ...form })
    return { done: form.decision }
  }
  if (form.intent === 'withdraw') withdrawModule(bank, { ...key, reason: form.reason })
  else offerAgain(bank, key)
  return { done: form.intent }
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.reuse') }

export default function Reuse() {
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('reuse')
  const { origin, uses, updates, used, published, ...data } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <Refusal data={answer} />
      {answer && 'done' in answer && <Notice tone="ok">{t(`done.${answer.done}`)}</Notice>}
      {answer && 'unsure' in answer && <Notice tone="warn">{t('replaceUnsure')}</Notice>}
      {updates.length > 0 && (
        <section className="card" aria-labelledby="updates">
          <h2 id="updates">{t('updates')}</h2>
          {updates.map((update) => (
            <UpdateCard key={update.referenceId} update={update} mayWrite={data.mayWrite} />
          ))}
        </section>
      )}
      <UsesPanel uses={uses}>{origin && <p>{t('origin', origin)}</p>}</UsesPanel>
      <UsedPanel used={used} />
      {published && data.mayCreate && (
        <section className="card" aria-labelledby="fork">
          <h2 id="fork">{t('fork')}</h2>
          <ForkForm title={data.title} />
        </section>
      )}
      {published && data.mayWithdraw && <WithdrawCard withdrawal={data.withdrawal} />}
    </div>
  )
}

function WithdrawCard({ withdrawal }: { withdrawal: { reason: string; at: number } | null }) {
  const { t } = useTranslation('reuse')
  const { instant } = useFormat()
  return (
    <section className="card" aria-labelledby="withdraw">
      <h2 id="withdraw">{t('withdraw')}</h2>
      {withdrawal ? (
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="offer" />
          <p>
            {t('withdrawnSince', { date: instant(withdrawal.at), reason: withdrawal.reason })}
          </p>
          <p>
            <button type="submit" className="quiet">
              {t('offer')}
            </button>
          </p>
        </Form>
      ) : (
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="withdraw" />
          <p className="soft">{t('withdrawLead')}</p>
          <TextArea label={t('reason')} name="reason" required maxLength={500} />
          <p>
            <button type="submit" className="quiet">
              {t('withdrawButton')}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import type { Bank } from '#app/db/client.server.ts'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData, useNavigation } from '#app/framework.ts'
import { rowsIn } from '#app/http/form-rows.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import opportunityEn from '#app/i18n/en/opportunity.json'
import opportunityFr from '#app/i18n/fr/opportunity.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { decideOpportunity } from '#app/services/opportunity/decide-opportunity.server.ts'
import { readOpportunity } from '#app/services/opportunity/read-opportunity.server.ts'
import {
  pickExisting,
  removeExisting,
  saveOpportunity,
} from '#app/services/opportunity/save-opportunity.server.ts'
import { may, rolesThatMay } from '#app/services/rights.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import panels from '#app/ui/module/panels.module.css'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import { BriefForm } from '#app/ui/opportunity/brief-form.tsx'
import { BriefRead } from '#app/ui/opportunity/brief-read.tsx'
import { DecisionPanel } from '#app/ui/opportunity/decision-panel.tsx'
import { ExistingPanel, type Found } from '#app/ui/opportunity/existing-panel.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useTimesChanged } from '#app/ui/use-times-changed.ts'
import { opportunityDecisions, voiceKinds } from '#content-schema/opportunity-words.ts'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const { organisationId } = member
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const mayWrite = may(member, 'opportunity:write')
  return {
    ...readOpportunity(bank, key),
    found: mayWrite ? searched(bank, request, organisationId) : null,
    mayWrite,
    mayDecide: may(member, 'opportunity:decide'),
    deciders: rolesThatMay('opportunity:decide'),
  }
})

/** The first page of what the words in the address find, also in the text of modules. */
function searched(bank: Bank, request: Request, organisationId: string): Found | null {
  const query = readBankQuery(new URL(request.url).searchParams)
  const q = query.q.trim()
  if (q === '') return null
  const asked = { ...query, q, full: true, filters: {}, page: 1, organisationId }
  const { rows, total, corrected, relaxed } = searchBank(bank, asked)
  return {
    ...{ q, total, corrected, relaxed },
    rows: rows.map(({ id, title, edition, organisation }) => ({
      ...{ moduleId: id, edition, organisation },
      title: title.map(({ text }) => text).join(''),
    })),
  }
}

export const action = acts(async ({ request, params }) => {
  const { moduleId } = readParams(params, ModuleParams)
  const form = await readForm(request, OpportunityForm)
  const right = form.intent === 'decide' ? 'opportunity:decide' : 'opportunity:write'
  const { organisationId, personId } = requireMember(request, right)
  const key = { moduleId, organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (form.intent === 'decide') decideOpportunity(bank, { ...key, ...form })
  else if (form.intent === 'pick') pickExisting(bank, { ...key, ...form })
  else if (form.intent === 'remove') removeExisting(bank, { ...key, ...form })
  else {
    const voices = rowsIn(form, 'voice').map((row) => parse(VoiceRow, row))
    const { need, words, base } = form
    saveOpportunity(bank, { ...key, need, words, base, voices })
  }
  return { done: form.intent }
})

const long = z.string().trim().max(4000)
const existingId = z.string().max(40)

const OpportunityForm = z.discriminatedUnion('intent', [
  z.looseObject({
    intent: z.literal('save'),
    base: z.string().max(64),
    need: long,
    words: long,
  }),
  z.object({ intent: z.literal('pick'), existingId }),
  z.object({ intent: z.literal('remove'), existingId }),
  z.object({
    intent: z.literal('decide'),
    digest: z.string().max(64),
    decision: z.enum(opportunityDecisions),
    reason: z.string().trim().max(2000),
  }),
])

const VoiceRow = z.object({
  kind: z.enum(voiceKinds),
  quote: z.string().trim().max(1000),
  source: z.string().trim().max(300),
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.opportunity') }

/** Why a module is made: who needs it, who says so, what there is already, and what was decided. */
export default function ModuleOpportunity() {
  useOwnWords('opportunity', { fr: opportunityFr, en: opportunityEn })
  const { t } = useTranslation('opportunity')
  const { instant } = useFormat()
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const timesSaid = useTimesChanged(answer)
  const { changed, decision, mayWrite, moduleId, textDigest } = data
  const saved = answer && 'done' in answer ? answer.done === 'save' : false
  const opened = useOpenedText(moduleId, textDigest, saved)
  const isElsewhere = mayWrite && opened !== textDigest
  return (
    <div className="stack">
      <div key={timesSaid} className={panels.answer}>
        <Refusal data={answer} />
        {answer && 'done' in answer && (
          <Notice tone="ok" answers={answer}>
            {t(`done.${answer.done}`)}
          </Notice>
        )}
      </div>
      <section className="card stack" aria-labelledby="opportunity">
        <h2 id="opportunity">{t('title')}</h2>
        <p className="soft">{t('lead')}</p>
        <p className="soft">
          {changed ? t('changed', { name: changed.by, date: instant(changed.at) }) : t('none')}
        </p>
        {isElsewhere && <Notice tone="warn">{t('elsewhere')}</Notice>}
        {mayWrite ? (
          <BriefForm key={`${moduleId} ${opened}`} {...data} />
        ) : (
          <BriefRead {...data} />
        )}
      </section>
      <ExistingPanel {...data} />
      <DecisionPanel key={decision?.at} {...data} mayDecide={data.mayDecide && !isElsewhere} />
    </div>
  )
}

/**
 * Which text the form was opened with: another one only once this page saved it, so that nothing
 * typed is lost to what somebody else saved.
 */
function useOpenedText(moduleId: string, textDigest: string, saved: boolean): string {
  const [opened, setOpened] = useState({ moduleId, textDigest })
  const { state } = useNavigation()
  const isOther = opened.moduleId !== moduleId
  useEffect(() => {
    if (isOther || (saved && state === 'idle')) setOpened({ moduleId, textDigest })
  }, [isOther, saved, state, moduleId, textDigest])
  return isOther ? textDigest : opened.textDigest
}

import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { parse, readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import historyEn from '#app/i18n/en/history.json'
import reuseEn from '#app/i18n/en/reuse.json'
import historyFr from '#app/i18n/fr/history.json'
import reuseFr from '#app/i18n/fr/reuse.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { readHistoryElsewhere } from '#app/services/archive/read-elsewhere.server.ts'
import {
  compareStates,
  listStates,
  partsOf,
  restore,
  type StateName,
} from '#app/services/modules/history.server.ts'
import { may } from '#app/services/rights.ts'
import { ElsewhereCard } from '#app/ui/history/elsewhere-card.tsx'
import { PageChanges } from '#app/ui/history/page-changes.tsx'
import { RestorePanel } from '#app/ui/history/restore-panel.tsx'
import { StateSelect } from '#app/ui/history/state-select.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Comparison } from '#app/ui/reuse/comparison.tsx'

const Name = z.string().regex(/^(draft|\d{1,6})$/) as unknown as z.ZodType<StateName>

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'module:read')
  const key = {
    ...readParams(params, ModuleParams),
    organisationId: member.organisationId,
  }
  const { bank } = instance()
  const states = listStates(bank, key)
  const asked = new URL(request.url).searchParams
  const before = parse(Name, asked.get('before') ?? states[1]?.name ?? 'draft')
  const after = parse(Name, asked.get('after') ?? 'draft')
  return {
    states,
    before,
    after,
    comparison: compareStates(bank, { ...key, before, after }),
    parts: before === 'draft' ? [] : partsOf(bank, { ...key, name: before }),
    elsewhere: readHistoryElsewhere(bank, key),
    mayWrite: may(member, 'module:write'),
  }
})

export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'module:write')
  const { from, nodeId } = await readForm(request, RestoreForm)
  const key = { ...readParams(params, ModuleParams), organisationId, personId }
  restore(instance().bank, { ...key, from, nodeId: nodeId || null, now: new Date() })
  return { done: from }
})

const RestoreForm = z.object({ from: Name, nodeId: z.string().max(40).default('') })

export const handle: PageHandle = { title: (t) => t('modules:tabs.history') }

/** The states of a module, what changed between two of them, and the way back to one. */
export default function History() {
  useOwnWords('history', { fr: historyFr, en: historyEn })
  useOwnWords('reuse', { fr: reuseFr, en: reuseEn })
  const { t } = useTranslation('history')
  const loaded = useLoaderData<typeof loader>()
  const { states, before, after, comparison, parts, elsewhere, mayWrite } = loaded
  const data = useActionData<typeof action>()
  const { facts, pages, elements } = comparison
  const same = facts.length + pages.length + elements.length === 0
  return (
    <div className="stack">
      <Refusal data={data} />
      {data && 'done' in data && <Notice tone="ok">{t('restored')}</Notice>}
      <section className="card" aria-labelledby="compare">
        <h2 id="compare">{t('heading')}</h2>
        <p className="soft">{t(states.length > 1 ? 'lead' : 'only')}</p>
        <Form method="get" className="stack" key={`${before} ${after}`}>
          <StateSelect label={t('before')} name="before" value={before} states={states} />
          <StateSelect label={t('after')} name="after" value={after} states={states} />
          <p>
            <button type="submit">{t('compare')}</button>
          </p>
        </Form>
      </section>
      <section className="card" aria-labelledby="changes">
        <h2 id="changes">{t('changes')}</h2>
        {same && <p>{t('none')}</p>}
        <PageChanges pages={pages} />
        {facts.length + elements.length > 0 && <Comparison facts={facts} elements={elements} />}
      </section>
      {mayWrite && before !== 'draft' && <RestorePanel from={before} parts={parts} />}
      {elsewhere && <ElsewhereCard elsewhere={elsewhere} />}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import harvestEn from '#app/i18n/en/harvest.json'
import harvestFr from '#app/i18n/fr/harvest.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import {
  addSource,
  harvestSoon,
  listSources,
  removeSource,
  stopSource,
} from '#app/services/harvest/sources.server.ts'
import { TextField } from '#app/ui/field.tsx'
import { SourceCard } from '#app/ui/harvest/source-card.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useAskingAgain } from '#app/ui/use-asking-again.ts'

export const loader = loads(({ request }) => {
  const { organisationId } = requireMember(request, 'harvest:manage')
  return { sources: listSources(instance().bank, organisationId) }
})

const HarvestForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), url: z.string().trim().min(1).max(500) }),
  z.object({
    intent: z.enum(['harvest', 'stop', 'remove']),
    sourceId: z.string().max(40),
  }),
])

const acting = { harvest: harvestSoon, stop: stopSource, remove: removeSource }

export const action = acts(async ({ request }) => {
  const { personId, organisationId } = requireMember(request, 'harvest:manage')
  const form = await readForm(request, HarvestForm)
  const by = { personId, organisationId, now: new Date() }
  const { bank } = instance()
  if (form.intent === 'add') addSource(bank, { url: form.url, ...by })
  else acting[form.intent](bank, { sourceId: form.sourceId, ...by })
  return { done: form.intent }
})

export const handle: PageHandle = { title: (t) => t('areas.harvest') }

/** The banks whose records are shown beside ours, and how their harvest goes. */
export default function Harvest() {
  useOwnWords('harvest', { fr: harvestFr, en: harvestEn })
  const { t } = useTranslation('harvest')
  const { sources } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useAskingAgain(sources.some(({ state }) => state === 'waiting' || state === 'harvesting'))
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Refusal data={answer} />
      {sources.length === 0 && <p>{t('none')}</p>}
      {sources.map((source) => (
        <SourceCard key={source.id} source={source} />
      ))}
      <Form method="post" className="card stack" key={sources.length}>
        <h2>{t('add.title')}</h2>
        <input type="hidden" name="intent" value="add" />
        <TextField
          label={t('add.url')}
          hint={t('add.hint')}
          name="url"
          type="url"
          maxLength={500}
          required
        />
        <button type="submit">{t('add.button')}</button>
      </Form>
    </div>
  )
}

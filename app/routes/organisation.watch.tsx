import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { watchEffects, watchKinds } from '#app/db/schema/bank/index.ts'
import { Form, Link, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import watchEn from '#app/i18n/en/watch.json'
import watchFr from '#app/i18n/fr/watch.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { may } from '#app/services/rights.ts'
import { recordWatchEvent } from '#app/services/watch/record-watch-event.server.ts'
import { openChecks } from '#app/services/watch/to-check.server.ts'
import {
  addWatchSource,
  endWatchSource,
  listWatchSources,
} from '#app/services/watch/watch-sources.server.ts'
import { Select, TextField } from '#app/ui/field.tsx'
import panels from '#app/ui/module/panels.module.css'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { Because } from '#app/ui/watch/checks-panel.tsx'
import { SourceCard } from '#app/ui/watch/source-card.tsx'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'watch:read')
  const { organisationId, personId } = member
  const { bank } = instance()
  const asked = { organisationId, now: new Date() }
  return {
    sources: listWatchSources(bank, asked),
    checks: openChecks(bank, asked),
    members: listMembers(bank, { organisationId }),
    frameworks: listFrameworks(bank, organisationId).map(({ code, title }) => ({
      code,
      title,
    })),
    today: dayIn(asked.now),
    mayKeep: may(member, 'watch:keep'),
    personId,
  }
})

const text = (most: number) => z.string().trim().max(most).default('')

const WatchForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('add'),
    kind: z.enum(watchKinds),
    title: z.string().trim().min(1).max(200),
    url: text(500),
    lookEvery: z.coerce.number().int().min(1).max(60),
    watcherId: z.string().max(80),
  }),
  z.object({ intent: z.literal('end'), sourceId: z.string().max(80) }),
  z.object({
    intent: z.literal('record'),
    sourceId: z.string().max(80),
    day: z.string().max(10),
    summary: z.string().trim().min(1).max(1000),
    effect: z.enum(watchEffects),
    evidence: text(500),
    frameworkCode: text(80),
    competencyBlockCode: text(80),
    keyword: text(80),
    modules: text(2000),
  }),
])

export const action = acts(async ({ request }) => {
  const form = await readForm(request, WatchForm)
  const member = requireMember(request, form.intent === 'record' ? 'watch:read' : 'watch:keep')
  const { organisationId, personId } = member
  const acting = { organisationId, personId, now: new Date() }
  const { bank } = instance()
  if (form.intent === 'add') addWatchSource(bank, { ...acting, ...form })
  if (form.intent === 'end') endWatchSource(bank, { ...acting, ...form })
  if (form.intent !== 'record') return { done: form.intent, marked: 0 }
  const { frameworkCode, competencyBlockCode, keyword, modules, ...seen } = form
  const codes = modules.split(/[\s,;]+/).filter(Boolean)
  const about = { frameworkCode, competencyBlockCode, keyword, modules: codes }
  const asked = { ...acting, ...seen, about, keeps: may(member, 'watch:keep') }
  return { done: form.intent, ...recordWatchEvent(bank, asked) }
})

export const handle: PageHandle = { title: (t) => t('areas.watch') }

/** What the organisation keeps an eye on, and the modules that are to be checked because of it. */
export default function OrganisationWatch() {
  useOwnWords('watch', { fr: watchFr, en: watchEn })
  const { t } = useTranslation('watch')
  const { sources, checks, members, personId, ...page } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Refusal data={answer} />
      {answer && 'done' in answer && (
        <Notice tone="ok">
          {answer.done === 'record'
            ? t('recorded', { count: answer.marked })
            : t(answer.done === 'add' ? 'added' : 'ended')}
        </Notice>
      )}
      <section className="card" aria-labelledby="checks">
        <h2 id="checks">{t('checks')}</h2>
        {checks.length === 0 && <p className="soft">{t('noCheck')}</p>}
        <ul className={panels.rows}>
          {checks.map((check) => (
            <li key={`${check.moduleId} ${check.checkId}`}>
              <Link to={`/modules/${check.moduleId}#to-check`}>{check.title}</Link>
              <Because check={check} />
            </li>
          ))}
        </ul>
      </section>
      {sources.length === 0 && <p className="card">{t('none')}</p>}
      {sources.map((source) => (
        <SourceCard
          key={`${source.id} ${source.events.length}`}
          source={source}
          frameworks={page.frameworks}
          today={page.today}
          mayRecord={page.mayKeep || source.watcherId === personId}
          mayKeep={page.mayKeep}
        />
      ))}
      {page.mayKeep && <AddSource key={sources.length} members={members} />}
    </div>
  )
}

function AddSource({ members }: { members: { id: string; name: string }[] }) {
  const { t } = useTranslation('watch')
  return (
    <section className="card" aria-labelledby="add-source">
      <h2 id="add-source">{t('add')}</h2>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="add" />
        <TextField label={t('sourceTitle')} name="title" maxLength={200} required />
        <div className={panels.inline}>
          <Select label={t('kind')} name="kind">
            {watchKindNames.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
          <TextField
            label={t('every')}
            name="lookEvery"
            type="number"
            min={1}
            max={60}
            defaultValue={6}
            required
          />
          <Select label={t('watcher')} name="watcherId">
            {members.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <TextField label={t('url')} name="url" type="url" maxLength={500} />
        <p>
          <button type="submit">{t('addButton')}</button>
        </p>
      </Form>
    </section>
  )
}

const watchKindNames = ['law', 'standard', 'certification', 'market', 'technology'] as const

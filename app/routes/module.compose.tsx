import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import pathEn from '#app/i18n/en/path.json'
import pathFr from '#app/i18n/fr/path.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { composePath } from '#app/services/paths/compose-path.server.ts'
import { offeredFor } from '#app/services/paths/offered.server.ts'
import { PathForm, stepIn } from '#app/services/paths/path-form.ts'
import { readPath } from '#app/services/paths/read-path.server.ts'
import { FindingList } from '#app/ui/finding-list.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { AddModule } from '#app/ui/path/add-module.tsx'
import styles from '#app/ui/path/path.module.css'
import { PathAnswer } from '#app/ui/path/path-answer.tsx'
import { AddStage, StageCard } from '#app/ui/path/stage-card.tsx'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'

const Asked = z.object({ q: z.string().max(200).catch('') })

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const { bank } = instance()
  const key = { ...readParams(params, ModuleParams), organisationId }
  const { moduleId, facts } = findDraft(bank, key)
  if (facts.kind !== 'path') throw redirect(`/modules/${moduleId}/write`)
  const { q } = Asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  return {
    path: readPath(bank, { ...key, now: new Date() }),
    q,
    offered: offeredFor(bank, { ...key, words: q }),
  }
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'module:write')
  const key = { ...readParams(params, ModuleParams), organisationId, personId }
  const form = await readForm(request, PathForm)
  composePath(instance().bank, { ...key, step: stepIn(form), now: new Date() })
  return { done: form }
})

export const handle: PageHandle = { title: (t) => t('modules:tabs.compose') }

export default function Compose() {
  useOwnWords('path', { fr: pathFr, en: pathEn })
  const { t, i18n } = useTranslation('path')
  const { path, q, offered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  useMovedFocus(answer)
  const licence = licenceOf(path.licence)?.name[i18n.language === 'en' ? 'en' : 'fr'] ?? ''
  return (
    <div className="stack">
      <Refusal data={answer} />
      <PathAnswer answer={answer} stages={path.stages} />
      <div className={styles.layout}>
        <section className="card" aria-labelledby="rows">
          <h2 id="rows">{t('heading')}</h2>
          <p className="soft">{t('lead')}</p>
          <p>{t('minutes', path.minutes)}</p>
          {path.stages.map((stage, index) => (
            <StageCard key={stage.id} {...{ stage, index, stages: path.stages }} />
          ))}
          <AddStage />
        </section>
        <div className="stack">
          <AddModule q={q} offered={offered} stages={path.stages} />
          <section className="card" aria-labelledby="rights-h">
            <h2 id="rights-h">{t('rights')}</h2>
            {path.findings.length === 0 ? (
              <p>{t('rightsNone', { licence })}</p>
            ) : (
              <FindingList findings={path.findings} moduleId={path.moduleId} mayWrite />
            )}
          </section>
        </div>
      </div>
    </div>
  )
}

/** The keyboard stays on the button of the row that was moved, wherever it has gone. */
function useMovedFocus(answer: unknown): void {
  useEffect(() => {
    const done = (answer as { done?: PathForm } | undefined)?.done
    if (done?.do !== 'move') return
    const row = document.querySelector(`[data-row="${done.rowId}"]`)
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])]
    const same = buttons.find((each) => each.dataset.move === done.to && !each.disabled)
    const next = same ?? buttons.find((each) => !each.disabled)
    next?.focus()
  }, [answer])
}

import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { redirect, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { findCurrentDraft } from '#app/services/modules/current-draft.server.ts'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useInBrowser } from '#app/ui/use-in-browser.ts'
import content from '#packaging/player/styles/content.css?url'
import question from '#packaging/player/styles/question.css?url'

export const links = () => [content, question].map((href) => ({ rel: 'stylesheet', href }))

export const loader = loads(({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'module:write')
  const draft = findCurrentDraft(instance().bank, {
    ...readParams(params, ModuleParams),
    organisationId,
  })
  const { moduleId, version, document, facts, alignments } = draft
  if (facts.kind === 'path') throw redirect(`/modules/${moduleId}/compose`)
  return {
    opened: { moduleId, version, document },
    personId,
    language: facts.language,
    licence: facts.licence,
    competencies: alignments.map(({ competencyId, label }) => ({ id: competencyId, label })),
  }
})

/** Autosave moves the draft on under the page: reading it again would undo what was just typed. */
export const shouldRevalidate = () => false

const WritingDesk = lazy(() => import('#app/ui/write/writing-desk.tsx'))

export const handle: PageHandle = { title: (t) => t('modules:tabs.write') }

export default function Write() {
  const { t } = useTranslation('modules')
  const { opened, personId, language, licence, competencies } = useLoaderData<typeof loader>()
  const loading = <p className="soft">{t('write.loading')}</p>
  if (!useInBrowser()) return loading
  return (
    <Suspense fallback={loading}>
      <WritingDesk
        key={opened.moduleId}
        opened={opened}
        personId={personId}
        language={language}
        licence={licence}
        competencies={competencies}
      />
    </Suspense>
  )
}

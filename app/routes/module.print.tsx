import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { screenLanguage } from '#app/i18n/languages.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { ModuleContent } from '#app/ui/module-content.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { renderModule } from '#packaging/index.ts'
import styles from './module.print.module.css'

/** The draft for paper: as learners have it, or with the answers and what tutors are told. */
export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:read')
  const { bank } = instance()
  const { draft } = findHeld(bank, { ...readParams(params, ModuleParams), organisationId })
  const answers = new URL(request.url).searchParams.get('for') === 'tutor'
  const { moduleId, facts } = draft
  const whole = resolved(bank, draft)
  const files = new Map(filesOf(bank, whole).map((file) => [file.digest, file]))
  return {
    moduleId,
    facts,
    answers,
    html: renderModule(whole.doc, {
      language: screenLanguage(facts.language),
      contentLanguage: facts.language,
      paper: true,
      answers,
      asset: (digest) => {
        const asset = files.get(digest)
        return asset ? { ...asset, url: `/files/${asset.digest}` } : null
      },
    }),
  }
})

export const handle: PageHandle<{ facts: { title: string } }> = {
  title: (t, { facts }) => t('modules:print.title', { title: facts.title }),
}

export default function Print() {
  const { t } = useTranslation('modules')
  const { moduleId, facts, answers, html } = useLoaderData<typeof loader>()
  return (
    <article className={styles.sheet} lang={facts.language}>
      <nav className={styles.tools} aria-label={t('print.choose')}>
        <Link to={`/modules/${moduleId}/write`}>{t('print.back')}</Link>
        <Link to="?for=learner" aria-current={answers ? undefined : 'page'}>
          {t('print.learner')}
        </Link>
        <Link to="?for=tutor" aria-current={answers ? 'page' : undefined}>
          {t('print.tutor')}
        </Link>
        <button type="button" onClick={() => window.print()}>
          {t('print.print')}
        </button>
      </nav>
      <h1>{facts.title}</h1>
      <p>{facts.objective}</p>
      <ModuleContent html={html} />
    </article>
  )
}

import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { codeFrom, freeCode } from '#app/services/modules/propose-code.ts'
import { may } from '#app/services/rights.ts'
import { StateBadge } from '#app/ui/badge.tsx'
import { NewModule } from '#app/ui/module/new-module.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './modules.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'module:read')
  const modules = listModules(instance().bank, member.organisationId)
  return { modules, mayCreate: may(member, 'module:create') }
})

export const action = acts(async ({ request }) => {
  const { personId, name, organisationId } = requireMember(request, 'module:create')
  const { next, ...form } = await readForm(request, NewModuleForm)
  const { bank } = instance()
  const id = createModule(bank, {
    ...form,
    code: form.code ? codeFrom(form.code) : freeCode(form.title, codesIn(organisationId)),
    author: { id: personId, name },
    organisationId,
    now: new Date(),
  })
  return redirect(`/modules/${id}/${next}`)
})

const NewModuleForm = z.object({
  next: z.enum(['write', 'import']).default('write'),
  title: z.string().trim().min(1).max(200),
  /** Empty: proposed from the title. */
  code: z.string().trim().max(200).default(''),
  language: z.enum(languages),
})

function codesIn(organisationId: string): string[] {
  return listModules(instance().bank, organisationId).map(({ code }) => code)
}

export const handle: PageHandle = { title: (t) => t('modules') }

export default function Modules() {
  const { t } = useTranslation('modules')
  const { modules, mayCreate } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        {mayCreate && modules.length > 0 && (
          <Link to="#new-module" className="button">
            {t('new')}
          </Link>
        )}
      </div>
      {modules.length === 0 && <p className="card">{t('none')}</p>}
      <ul className={styles.list}>
        {modules.map((module) => (
          <Summary key={module.id} module={module} />
        ))}
      </ul>
      {mayCreate && (
        <NewModule
          taken={modules.map(({ code }) => code)}
          refused={refused}
          className={`card ${styles.create}`}
        />
      )}
    </>
  )
}

type ModuleRow = ReturnType<typeof useLoaderData<typeof loader>>['modules'][number]

function Summary({ module }: { module: ModuleRow }) {
  const { t } = useTranslation('modules')
  const { instant } = useFormat()
  return (
    <li className="card">
      <h2>
        <Link to={`/modules/${module.id}`}>{module.title}</Link>
      </h2>
      <p>{module.objective || t('noObjective')}</p>
      <p className="row">
        <StateBadge state={module.state} />
        {module.edition && <span>{t('edition', { number: module.edition })}</span>}
        <span className="soft">
          {t('minutes', { count: module.minutes })} · {module.author} ·{' '}
          {instant(module.savedAt)}
        </span>
      </p>
    </li>
  )
}

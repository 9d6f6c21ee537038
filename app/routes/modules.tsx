import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { createModule } from '#app/services/modules/create-module.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { may } from '#app/services/rights.ts'
import { StateBadge } from '#app/ui/badge.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './modules.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'module:read')
  const modules = listModules(instance().bank, member.organisationId)
  return { modules, mayCreate: may(member, 'module:create') }
})

export const action = acts(async ({ request }) => {
  const { personId, name, organisationId } = requireMember(request, 'module:create')
  const { title, code, next } = await readForm(request, NewModuleForm)
  const id = createModule(instance().bank, {
    title,
    code,
    language: 'fr',
    author: { id: personId, name },
    organisationId,
    now: new Date(),
  })
  return redirect(`/modules/${id}/${next}`)
})

const NewModuleForm = z.object({
  next: z.enum(['write', 'import']).default('write'),
  title: z.string().trim().min(1).max(200),
  code: z
    .string()
    .trim()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
})

export const handle: PageHandle = { title: (t) => t('modules') }

export default function Modules() {
  const { t } = useTranslation('modules')
  const { modules, mayCreate } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>{t('title')}</h1>
      {modules.length === 0 && <p className="card">{t('none')}</p>}
      <ul className={styles.list}>
        {modules.map((module) => (
          <Summary key={module.id} module={module} />
        ))}
      </ul>
      {mayCreate && <NewModule />}
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

function NewModule() {
  const { t } = useTranslation('modules')
  const refused = useActionData<typeof action>()
  return (
    <section className={`card ${styles.create}`} aria-labelledby="new-module">
      <h2 id="new-module">{t('new')}</h2>
      <Refusal data={refused} />
      <Form method="post" className="stack">
        <TextField label={t('facts.title')} name="title" required maxLength={200} />
        <TextField
          label={t('facts.code')}
          hint={t('facts.codeHint')}
          name="code"
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={60}
        />
        <p className="row">
          <button type="submit">{t('create')}</button>
          <button type="submit" name="next" value="import" className="quiet">
            {t('createAndImport')}
          </button>
        </p>
      </Form>
    </section>
  )
}

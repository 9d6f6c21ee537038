import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { createFramework } from '#app/services/competencies/own-framework.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ImportCard } from '#app/ui/competencies/import-card.tsx'
import { NewFramework } from '#app/ui/competencies/new-framework.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './frameworks.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'framework:read')
  return {
    frameworks: listFrameworks(instance().bank, member.organisationId),
    mayImport: may(member, 'framework:import'),
    mayWrite: may(member, 'framework:write'),
  }
})

export const action = acts(async ({ request }) => {
  const { organisationId } = requireMember(request, 'framework:write')
  const form = await readForm(request, FrameworkForm)
  const id = createFramework(instance().bank, { ...form, organisationId, now: new Date() })
  return redirect(`/frameworks/${id}`)
})

const FrameworkForm = z.object({
  title: z.string().trim().min(1).max(300),
  /** Empty: made from the title. */
  code: z.string().trim().max(40).default(''),
})

export const handle: PageHandle = { title: (t) => t('frameworks') }

export default function Frameworks() {
  const { t } = useTranslation('competencies')
  const { frameworks, mayImport, mayWrite } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { day } = useFormat()
  return (
    <>
      <h1>{t('title')}</h1>
      {frameworks.length === 0 && <p className="card">{t('none')}</p>}
      <ul className="plain-list stack">
        {frameworks.map((framework) => (
          <li key={framework.id} className="card">
            <h2>
              <Link to={`/frameworks/${framework.id}`}>{framework.title}</Link>
            </h2>
            <p className="row">
              <code>{framework.code}</code>
              <Badge tone={framework.active ? 'ok' : 'warn'}>
                {t(framework.active ? 'active' : 'inactive')}
              </Badge>
              {framework.level && <span>{t('level', { level: framework.level })}</span>}
              {framework.validUntil && (
                <span className="soft">{t('until', { day: day(framework.validUntil) })}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      {mayImport && <ImportCard className={`card stack ${styles.import}`} />}
      {mayWrite && <NewFramework refused={refused} className={`card stack ${styles.import}`} />}
    </>
  )
}

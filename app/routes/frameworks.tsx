import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { uploadedFile } from '#app/http/uploaded-file.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './frameworks.module.css'

export const loader = loads(({ request }) => {
  const member = requireMember(request, 'framework:read')
  return {
    frameworks: listFrameworks(instance().bank, member.organisationId),
    mayImport: may(member, 'framework:import'),
  }
})

export const action = acts(async ({ request }) => {
  const { organisationId } = requireMember(request, 'framework:import')
  const file = await uploadedFile(request)
  const codes = await importFramework(instance().bank, {
    file,
    organisationId,
    now: new Date(),
  })
  return { imported: codes.length }
})

export const handle: PageHandle = { title: (t) => t('frameworks') }

export default function Frameworks() {
  const { t } = useTranslation('competencies')
  const { frameworks, mayImport } = useLoaderData<typeof loader>()
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
      {mayImport && <Import />}
    </>
  )
}

function Import() {
  const { t } = useTranslation('competencies')
  const reading = useNavigation().state === 'submitting'
  const answer = useActionData<typeof action>()
  const imported = answer && 'imported' in answer ? answer.imported : 0
  return (
    <section className={`card stack ${styles.import}`} aria-labelledby="import">
      <h2 id="import">{t('import')}</h2>
      <Refusal data={answer} />
      {imported > 0 && (
        <Notice tone="ok" answers={answer}>
          {t('imported', { count: imported })}
        </Notice>
      )}
      <Form key={imported} method="post" encType="multipart/form-data" className="stack">
        <TextField
          label={t('file')}
          hint={t('fileHint')}
          name="file"
          type="file"
          accept=".xml,text/xml"
          required
        />
        <button type="submit" disabled={reading}>
          {t(reading ? 'reading' : 'importButton')}
        </button>
      </Form>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import {
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { uploadedFile } from '#app/http/uploaded-file.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Refusal } from '#app/ui/notice.tsx'

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
  await importFramework(instance().bank, { file, organisationId, now: new Date() })
  return redirect('/frameworks')
})

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
  return (
    <section className="card stack" aria-labelledby="import">
      <h2 id="import">{t('import')}</h2>
      <Refusal data={useActionData<typeof action>()} />
      <Form method="post" encType="multipart/form-data" className="stack">
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

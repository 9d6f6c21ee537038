import { useState } from 'react'
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
import { currentLanguage } from '#app/http/language.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { addImport } from '#app/services/imports/add-import.server.ts'
import {
  type ImportPreview,
  previewOf,
  readFile,
} from '#app/services/imports/preview-import.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { TextField } from '#app/ui/field.tsx'
import { ModuleContent } from '#app/ui/module-content.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { ImportLosses } from '#app/ui/write/import-losses.tsx'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'module:write')
  const { moduleId } = readParams(params, ModuleParams)
  findHeld(instance().bank, { moduleId, organisationId })
  return { moduleId }
})

/** The file comes twice: once to be looked at, once to be added. In between nothing is kept. */
export const action = acts(async ({ request, params }) => {
  const { organisationId, personId } = requireMember(request, 'module:write')
  requireMember(request, 'asset:add')
  const { bank, settings } = instance()
  const { moduleId } = readParams(params, ModuleParams)
  const { facts } = findHeld(bank, { moduleId, organisationId }).draft
  const form = await request.formData()
  const file = await fileIn(form)
  const imported = await readFile(file, facts.language)
  if (form.get('intent') !== 'add') {
    const languages = { language: currentLanguage(request), contentLanguage: facts.language }
    return { preview: previewOf(imported, languages) }
  }
  const store = { bank, dataDir: settings.dataDir }
  const by = { moduleId, organisationId, personId, now: new Date() }
  await addImport(store, { imported, fileName: file.name, ...by })
  return redirect(`/modules/${moduleId}/write`)
})

async function fileIn(form: FormData): Promise<{ name: string; bytes: Buffer }> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) throw new UserError('asset.none', {}, 400)
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
}

export const handle: PageHandle = { title: (t) => t('imports:title') }

export default function Import() {
  const { t } = useTranslation('imports')
  const { moduleId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const sending = useNavigation().formData?.get('intent')
  const [seen, setSeen] = useState<unknown>(null)
  const preview = answer && 'preview' in answer && answer !== seen ? answer.preview : null
  return (
    <section className="stack" aria-labelledby="import">
      <h2 id="import">{t('title')}</h2>
      <p>{t('intro')}</p>
      <Refusal data={answer} />
      <Form method="post" encType="multipart/form-data" className="stack">
        <TextField
          label={t('file')}
          hint={t('fileHint')}
          name="file"
          type="file"
          accept=".docx,.docm,.md,.markdown,.rmd,.Rmd,.gift,.txt,.xml"
          required
          // What was looked at is no longer what would be added.
          onChange={() => setSeen(answer)}
        />
        <p className="row">
          <button type="submit" name="intent" value="preview" disabled={sending != null}>
            {t(sending === 'preview' ? 'reading' : 'preview')}
          </button>
          {preview && preview.sections > 0 && (
            <button type="submit" name="intent" value="add" disabled={sending != null}>
              {t(sending === 'add' ? 'adding' : 'add')}
            </button>
          )}
          <Link to={`/modules/${moduleId}/write`}>{t('back')}</Link>
        </p>
      </Form>
      {preview && <Preview preview={preview as ImportPreview} />}
    </section>
  )
}

function Preview({ preview }: { preview: ImportPreview }) {
  const { t } = useTranslation('imports')
  return (
    <>
      <ImportLosses findings={preview.findings} refused={preview.sections === 0} />
      {preview.sections > 0 && (
        <section className="card" aria-labelledby="found">
          <h3 id="found">{t('found')}</h3>
          <p role="status">
            {t('sections', { count: preview.sections })}
            {preview.files > 0 && <> · {t('files', { count: preview.files })}</>}
          </p>
          <ModuleContent html={preview.html} />
        </section>
      )}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { currentLanguage } from '#app/http/language.server.ts'
import { parse } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { uploadedForm } from '#app/http/uploaded-file.server.ts'
import checkEn from '#app/i18n/en/check.json'
import checkFr from '#app/i18n/fr/check.json'
import { sentences } from '#app/i18n/sentences.server.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { checkUpload, largestPackage } from '#app/services/checks/check-upload.server.ts'
import { useExportWords } from '#app/ui/exports/use-export-words.ts'
import { Refusal } from '#app/ui/notice.tsx'
import { CheckForm } from '#app/ui/package-check/check-form.tsx'
import { Checked } from '#app/ui/package-check/checked.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { presets } from '#packaging/index.ts'

export const loader = loads(({ request }) => {
  requireMember(request, 'package:check')
  return { presets: presets.map(({ id, name }) => ({ id, name })), most: largestPackage }
})

export const action = acts(async ({ request }) => {
  requireMember(request, 'package:check')
  const { file, fields } = await uploadedForm(request)
  const { preset } = parse(Fields, fields)
  const { dataDir } = instance().settings
  const { format, bytes, findings } = await checkUpload(dataDir, file, preset || null)
  const { packageFinding } = sentences(currentLanguage(request))
  return { checked: { format, bytes, preset, findings: findings.map(packageFinding) } }
})

const Fields = z.object({
  preset: z.enum(['', ...presets.map(({ id }) => id)]).default(''),
})

export const handle: PageHandle = { title: (t) => t('areas.check-package') }

export default function CheckPackage() {
  useExportWords()
  useOwnWords('check', { fr: checkFr, en: checkEn })
  const { t } = useTranslation('check')
  const given = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <CheckForm {...given} />
      <Refusal data={answer} />
      {answer && 'checked' in answer && <Checked {...answer.checked} presets={given.presets} />}
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, useActionData, useLoaderData } from '#app/framework.ts'
import { arrivedFile } from '#app/http/arrived-uploads.server.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { UploadParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { said } from '#app/http/said-refusal.server.ts'
import archiveEn from '#app/i18n/en/archive.json'
import archiveFr from '#app/i18n/fr/archive.json'
import { useFormat } from '#app/i18n/use-format.ts'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import { lookIntoArchive, startImport } from '#app/services/archive/archive-work.server.ts'
import { Report } from '#app/ui/archive/report.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { useAskingAgain } from '#app/ui/use-asking-again.ts'

export const loader = loads(async ({ request, params }) => {
  const member = requireMember(request, 'archive:manage')
  const { uploadId } = readParams(params, UploadParams)
  const { path, name } = await arrivedFile(instance(), member, uploadId)
  const { organisationId } = member
  const reading = lookIntoArchive(instance(), { path, organisationId })
  if (reading.state !== 'refused') return { name, reading }
  return { name, reading: { ...reading, refusal: said(request, reading.refusal) } }
})

const ImportForm = z.object({
  replacing: z.array(z.string().max(40)).max(10_000).default([]),
})

export const action = acts(async ({ request, params }) => {
  const member = requireMember(request, 'archive:manage')
  const { uploadId } = readParams(params, UploadParams)
  const { path } = await arrivedFile(instance(), member, uploadId)
  const { replacing } = await readForm(request, ImportForm)
  const { organisationId, personId } = member
  const by = { organisationId, personId, now: new Date() }
  startImport(instance(), { path, replacing: new Set(replacing), ...by })
  return { started: true }
})

export const handle: PageHandle = { title: (t) => t('areas.archive') }

/** What stands in an archive that arrived; then, what was done with it. */
export default function ArchiveFile() {
  useOwnWords('archive', { fr: archiveFr, en: archiveEn })
  const { t } = useTranslation('archive')
  const { percent } = useFormat()
  const { name, reading } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const underWay = reading.state === 'reading' || reading.state === 'importing'
  useAskingAgain(underWay)
  return (
    <div className="stack">
      <p>
        <Link to="/organisation/archive">{t('import.back')}</Link>
      </p>
      <h1>{name}</h1>
      <Refusal data={answer} />
      {underWay && (
        <p className="card" role="status">
          {t(`import.${reading.state}`)}{' '}
          <progress value={reading.share} max={1}>
            {percent(reading.share)}
          </progress>
        </p>
      )}
      {reading.state === 'refused' && <Refusal data={reading} />}
      {reading.state === 'imported' && <Notice tone="ok">{t('import.done')}</Notice>}
      {(reading.state === 'read' || reading.state === 'imported') && (
        <>
          <Said report={reading.report} />
          <Report report={reading.report} done={reading.state === 'imported'} />
        </>
      )}
    </div>
  )
}

function Said({ report }: { report: { organisation: string; madeAt: string } }) {
  const { t } = useTranslation('archive')
  const { instant } = useFormat()
  const at = Date.parse(report.madeAt)
  const when = Number.isNaN(at) ? report.madeAt : instant(at)
  return <p>{t('import.from', { organisation: report.organisation, when })}</p>
}

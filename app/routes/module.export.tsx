import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import {
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  useRevalidator,
} from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { ModuleParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { listPackages } from '#app/services/exports/find-package.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { findDraft, latestEdition } from '#app/services/modules/find-module.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Select } from '#app/ui/field.tsx'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import { formats } from '#packaging/package-source.ts'
import styles from './module.export.module.css'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'package:export')
  const { bank } = instance()
  const { moduleId } = findDraft(bank, { ...readParams(params, ModuleParams), organisationId })
  const edition = latestEdition(bank, moduleId)
  return {
    moduleId,
    edition: edition && `${edition.major}.${edition.minor}`,
    packages: listPackages(bank, moduleId),
  }
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'package:export')
  const { moduleId } = readParams(params, ModuleParams)
  const { format, language, traces } = await readForm(request, ExportForm)
  const key = { moduleId, organisationId, personId, now: new Date() }
  requestExport(instance().bank, { ...key, format, language, traces: traces === 'yes' })
  return redirect(`/modules/${moduleId}/export`)
})

const ExportForm = z.object({
  format: z.enum(formats),
  language: z.enum(languages),
  traces: z.enum(['yes', 'no']).default('no'),
})

const unfinished = ['waiting', 'building', 'checking']

export const handle: PageHandle = { title: (t) => t('modules:tabs.export') }

export default function Export() {
  const { t } = useTranslation('exports')
  const { edition, packages, moduleId } = useLoaderData<typeof loader>()
  useWaiting(packages.some((each) => unfinished.includes(each.state)))
  return (
    <div className="stack">
      <Refusal data={useActionData<typeof action>()} />
      {edition ? (
        <ExportCard edition={edition} />
      ) : (
        <Notice tone="warn">{t('notPublished')}</Notice>
      )}
      {packages.length > 0 && (
        <section className="card" aria-labelledby="packages">
          <h2 id="packages">{t('packages')}</h2>
          <ul className={styles.list}>
            {packages.map((each) => (
              <PackageRow key={each.id} row={each} moduleId={moduleId} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** Asks again while something is being made. */
function useWaiting(waiting: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(revalidate, 500)
    return () => clearInterval(timer)
  }, [waiting, revalidate])
}

function ExportCard({ edition }: { edition: string }) {
  const { t, i18n } = useTranslation('exports')
  return (
    <section className="card" aria-labelledby="export">
      <h2 id="export">{t('heading', { edition })}</h2>
      <Form method="post" className="stack">
        <Select label={t('format')} hint={t('formatHint')} name="format">
          {formats.map((format) => (
            <option key={format} value={format}>
              {t(`formats.${format}`)}
            </option>
          ))}
        </Select>
        <Select label={t('language')} name="language" defaultValue={i18n.language}>
          <option value="fr">Français</option>
          <option value="en">English</option>
        </Select>
        <p>
          <label>
            <input type="checkbox" name="traces" value="yes" defaultChecked /> {t('traces')}
          </label>
          <br />
          <span className="soft">{t('tracesHint')}</span>
        </p>
        <button type="submit">{t('prepare')}</button>
      </Form>
    </section>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['packages'][number]

function PackageRow({ row, moduleId }: { row: Row; moduleId: string }) {
  const { t } = useTranslation('exports')
  const { bytes, instant } = useFormat()
  return (
    <li>
      <p className={styles.name}>
        <strong>{t(`formats.${row.format}`)}</strong> · {t('edition', { number: row.edition })}
      </p>
      <p className="soft">
        {row.requester} · {instant(row.requestedAt)}{' '}
        {row.bytes !== null && `· ${bytes(row.bytes)}`}
      </p>
      {unfinished.includes(row.state) && <Progress row={row} />}
      {row.state === 'ready' && (
        <p className="row">
          <Badge tone="ok">{t('states.ready')}</Badge>
          <a className="button" href={`/packages/${row.id}/download`} download={row.fileName}>
            {t('download', { format: t(`formats.${row.format}`) })}
          </a>
          <Link className="button quiet" to={`/modules/${moduleId}/try/${row.id}`}>
            {t(row.format.startsWith('scorm') ? 'tryIt' : 'openIt', {
              format: t(`formats.${row.format}`),
            })}
          </Link>
        </p>
      )}
      {row.findings.length > 0 && <PackageFindings row={row} />}
    </li>
  )
}

function Progress({ row }: { row: Row }) {
  const { t } = useTranslation('exports')
  const label = t(`states.${row.state}`)
  return (
    <p role="status">
      {label}{' '}
      <progress
        aria-label={label}
        max={row.total || 1}
        value={row.total ? row.done : undefined}
      />
    </p>
  )
}

function PackageFindings({ row }: { row: Row }) {
  const { t } = useTranslation('findings')
  return (
    <ul>
      {row.findings.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.params)}`}>
          {t(finding.severity)}{' '}
          {t(`packages.${finding.code as 'package.not-made'}`, finding.params ?? {})}
        </li>
      ))}
    </ul>
  )
}

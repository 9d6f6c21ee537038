import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useRevalidator } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { PackageView } from '#app/services/exports/find-package.server.ts'
import type { ThinView } from '#app/services/thin/thin-packages.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { presetOf } from '#packaging/publication/presets/index.ts'
import styles from './exports.module.css'
import { PackageActions } from './package-actions.tsx'
import { ThinCard } from './thin-card.tsx'

const unfinished = ['waiting', 'building', 'checking']

type Props = { packages: PackageView[]; thin: ThinView[]; moduleId: string }

/** The packages made of a module, those still being made among them. */
export function PackageList({ packages, thin, moduleId }: Props) {
  const { t } = useTranslation('exports')
  useWaiting(packages.some((each) => unfinished.includes(each.state)))
  if (packages.length === 0) return null
  return (
    <section className="card" aria-labelledby="packages">
      <h2 id="packages">{t('packages')}</h2>
      <ul className={styles.list}>
        {packages.map((each) => (
          <PackageItem
            key={each.id}
            row={each}
            thin={thin.find(({ packageId }) => packageId === each.id)}
            moduleId={moduleId}
          />
        ))}
      </ul>
    </section>
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

type ItemProps = { row: PackageView; thin: ThinView | undefined; moduleId: string }

function PackageItem({ row, thin, moduleId }: ItemProps) {
  const { t } = useTranslation('exports')
  const { bytes, instant } = useFormat()
  const preset = presetOf(row.preset)
  return (
    <li>
      <p className={styles.name}>
        <strong>{t(`formats.${row.format}`)}</strong> · {t('edition', { number: row.edition })}
        {preset && ` · ${t('for', { name: preset.name })}`}
        <DeliverySaid row={row} />
        {row.identity && ` · ${t('themed.own')}`}
      </p>
      {row.note && <p>{row.note}</p>}
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
          {row.fileName.endsWith('.zip') && (
            <Link className="button quiet" to={`/modules/${moduleId}/try/${row.id}`}>
              {t(row.format === 'web' ? 'openIt' : 'tryIt', {
                format: t(`formats.${row.format}`),
              })}
            </Link>
          )}
        </p>
      )}
      {thin && row.state === 'ready' && <ThinCard thin={thin} />}
      {row.findings.length > 0 && <PackageFindings row={row} />}
      <PackageActions row={row} />
    </li>
  )
}

/** What tells two packages of one format apart. */
function DeliverySaid({ row: { delivery } }: { row: PackageView }) {
  const { t } = useTranslation('delivery')
  const { reader, web } = delivery ?? {}
  if (reader) return ` · ${t(`readers.${reader}`)}`
  return web && web.variant !== 'folder' ? ` · ${t(`variants.${web.variant}`)}` : null
}

function Progress({ row }: { row: PackageView }) {
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

function PackageFindings({ row }: { row: PackageView }) {
  const { t } = useTranslation(['packageFindings', 'findings'])
  return (
    <ul>
      {row.findings.map((finding) => (
        <li key={`${finding.code} ${JSON.stringify(finding.params)}`}>
          {t(`findings:${finding.severity}`)}{' '}
          {t(`packages.${finding.code as 'package.not-made'}`, finding.params ?? {})}
        </li>
      ))}
    </ul>
  )
}

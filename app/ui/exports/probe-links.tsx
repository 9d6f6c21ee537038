import { useTranslation } from 'react-i18next'
import { probeFormats } from '#packaging/probe/probe-formats.ts'

/** For whoever does not know what their LMS keeps: a test module that finds out. */
export function ProbeLinks() {
  const { t } = useTranslation('exports')
  return (
    <details className="card">
      <summary>{t('probe.summary')}</summary>
      <p>{t('probe.lead')}</p>
      <ul>
        {probeFormats.map((format) => (
          <li key={format}>
            <a href={`/probe/${format}`} download>
              {t('probe.download', { format: t(`formats.${format}`) })}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

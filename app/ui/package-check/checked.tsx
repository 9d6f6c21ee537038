import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import { Badge } from '#app/ui/badge.tsx'
import styles from './package-check.module.css'

export type SaidFinding = {
  code: string
  severity: 'error' | 'warning'
  message: string
  place: string | null
  line: number | null
  rule: string | null
  advice: string | null
}

type Props = {
  format: string | null
  bytes: number
  preset: string
  presets: { id: string; name: string }[]
  findings: SaidFinding[]
}

/** What was found in a package, what is refused before what may be minded. */
export function Checked({ format, bytes, preset, presets, findings }: Props) {
  const { t } = useTranslation(['check', 'exports'])
  const size = useFormat().bytes(bytes)
  const heading = useRef<HTMLHeadingElement>(null)
  // What was asked for is here: whoever waited, by eye or by ear, is brought to it.
  useEffect(() => heading.current?.focus(), [])
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const lms = presets.find(({ id }) => id === preset)?.name
  return (
    <section className="card stack" aria-labelledby="checked">
      <h2 id="checked" ref={heading} tabIndex={-1}>
        {t(errors.length > 0 ? 'refused' : warnings.length > 0 ? 'minded' : 'sound')}
      </h2>
      <p className="row">
        <strong>
          {format ? t(`exports:formats.${format as 'cmi5'}`) : t('unknownFormat')}
        </strong>
        <span>{size}</span>
        {lms && <span>{t('for', { name: lms })}</span>}
        <Badge tone={errors.length > 0 ? 'danger' : 'ok'}>
          {t('errors', { count: errors.length })}
        </Badge>
        <Badge tone={warnings.length > 0 ? 'warn' : 'ok'}>
          {t('warnings', { count: warnings.length })}
        </Badge>
      </p>
      {findings.length > 0 && (
        <ul className={styles.list}>
          {[...errors, ...warnings].map((finding) => (
            <Item
              key={`${finding.code} ${finding.line} ${finding.message}`}
              finding={finding}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function Item({ finding }: { finding: SaidFinding }) {
  const { t } = useTranslation('check')
  const { code, severity, message, place, line, rule, advice } = finding
  return (
    <li data-severity={severity}>
      <p className={styles.message}>
        <Badge tone={severity === 'error' ? 'danger' : 'warn'}>
          {t(`severity.${severity}`)}
        </Badge>{' '}
        {message}
      </p>
      {advice && <p>{advice}</p>}
      <p className="soft">
        {place && (
          <>
            {t('place')} <code>{place}</code>
            {line !== null && t('line', { line })} ·{' '}
          </>
        )}
        {rule ? t('rule', { rule }) : t('ownRule')} · <code>{code}</code>
      </p>
    </li>
  )
}

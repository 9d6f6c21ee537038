import { useTranslation } from 'react-i18next'
import { Form, Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { OpenCheck } from '#app/services/watch/to-check.server.ts'
import { Badge } from '../badge.tsx'
import { TextArea } from '../field.tsx'

/** Why a module is to be checked, and where somebody says that there is nothing to change. */
export function ChecksPanel({ checks }: { checks: OpenCheck[] }) {
  const { t } = useTranslation('watch')
  if (checks.length === 0) return null
  return (
    <section className="card stack" aria-labelledby="to-check">
      <h2 id="to-check">{t('panel.heading')}</h2>
      <p className="soft">{t('panel.lead')}</p>
      {checks.map((check) => (
        <Form key={check.checkId} method="post" className="stack" preventScrollReset>
          <input type="hidden" name="intent" value="checked" />
          <input type="hidden" name="checkId" value={check.checkId} />
          <Because check={check} />
          <TextArea label={t('panel.words')} name="words" rows={2} maxLength={1000} required />
          <p>
            <button type="submit" className="quiet">
              {t('panel.close')}
            </button>
          </p>
        </Form>
      ))}
    </section>
  )
}

/** What marked it. */
export function Because({ check }: { check: OpenCheck }) {
  const { t } = useTranslation('watch')
  const { day } = useFormat()
  const { because, effect } = check
  const badge = (
    <Badge tone={effect === 'must-update' ? 'danger' : 'warn'}>{t(`effects.${effect}`)}</Badge>
  )
  if (because.kind === 'framework') {
    const { id, code, replacedBy } = because.end
    return (
      <p>
        {badge} <Link to={`/frameworks/${id}/versions`}>{t('panel.framework', { code })}</Link>{' '}
        {replacedBy.length > 0 && t('panel.replaced', { codes: replacedBy.join(', ') })}
      </p>
    )
  }
  const { source, summary, evidence } = because
  return (
    <p>
      {badge} {summary}{' '}
      <span className="soft">
        {source}, {day(check.day)}
        {evidence && ` · ${t('panel.evidence', { evidence })}`}
      </span>
    </p>
  )
}

import { useTranslation } from 'react-i18next'
import styles from './play.module.css'
import type { Call } from './use-lms.ts'

/** Every call the package made, the latest first, errors standing out. */
export function CallLog({ calls, hasApi }: { calls: Call[]; hasApi: boolean }) {
  const { t } = useTranslation('play')
  return (
    <section className="card" aria-labelledby="calls">
      <h2 id="calls">{t('calls', { count: calls.length })}</h2>
      {!hasApi && <p className="soft">{t('noApi')}</p>}
      <ol className={styles.calls} reversed aria-label={t('callsLabel')}>
        {[...calls].reverse().map((call) => (
          <li key={call.number} data-error={failed(call)}>
            <code>
              {call.method}({[call.element, call.value].filter(Boolean).join(', ')})
            </code>{' '}
            → <code>{call.result || '""'}</code>
            {failed(call) && <strong> {t('error', { code: call.errorCode })}</strong>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Reading what was never set is 403 in SCORM 2004, and no fault of the package. */
function failed({ method, errorCode }: Call): boolean {
  return errorCode !== '0' && !(method === 'GetValue' && errorCode === '403')
}

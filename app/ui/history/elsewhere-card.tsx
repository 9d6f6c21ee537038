import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Elsewhere } from '#app/services/archive/read-elsewhere.server.ts'
import { ToldHistory } from '../evidence/told-history.tsx'

/** What was decided of a module before it came here: told, and counted for nothing. */
export function ElsewhereCard({ elsewhere }: { elsewhere: Elsewhere }) {
  const { t } = useTranslation(['history', 'review', 'modules', 'trials'])
  const { instant } = useFormat()
  const { home, broughtAt, broughtBy: by, history, events } = elsewhere
  return (
    <section className="card" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere.heading')}</h2>
      <p>
        {t('elsewhere.from', { organisation: home.organisation, date: instant(broughtAt), by })}
      </p>
      <p className="soft">{t('elsewhere.lead')}</p>
      <ToldHistory history={history} />
      {events > 0 && <p className="soft">{t('elsewhere.events', { count: events })}</p>}
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { SourceView } from '#app/services/harvest/sources.server.ts'
import { Badge } from '../badge.tsx'
import { Notice } from '../notice.tsx'

const tones = {
  waiting: 'accent',
  harvesting: 'accent',
  resting: 'ok',
  stopped: 'neutral',
} as const

/** Another bank: how its last harvest went, and what may be done about it. */
export function SourceCard({ source }: { source: SourceView }) {
  const { t } = useTranslation('harvest')
  const { instant } = useFormat()
  const { id, name, url, state, records, came, gone, unread, finishedAt, failure } = source
  const failed = failure !== null && state === 'resting'
  const choices = state === 'stopped' ? ['harvest', 'remove'] : ['harvest', 'stop', 'remove']
  return (
    <section className="card stack" aria-labelledby={`source-${id}`}>
      <h2 id={`source-${id}`}>{name}</h2>
      <p className="row">
        <Badge tone={failed ? 'warn' : tones[state]}>
          {t(`states.${failed ? 'failed' : state}`)}
        </Badge>
        <span>{t('records', { count: records })}</span>
        <code>{url}</code>
      </p>
      {finishedAt !== null && (
        <p>
          {t('last', { when: instant(finishedAt), came, gone })}
          {unread > 0 && ` ${t('unread', { count: unread })}`}
        </p>
      )}
      {failure && (
        <Notice tone="warn">
          {t(`failures.${failure.code as 'unexpected'}`, failure.params)}
        </Notice>
      )}
      <Form method="post" className="row">
        <input type="hidden" name="sourceId" value={id} />
        {choices.map((intent) => (
          <button
            key={intent}
            type="submit"
            name="intent"
            value={intent}
            className="quiet"
            disabled={intent === 'harvest' && (state === 'waiting' || state === 'harvesting')}
          >
            {t(`do.${intent as 'stop'}`)}
          </button>
        ))}
      </Form>
    </section>
  )
}

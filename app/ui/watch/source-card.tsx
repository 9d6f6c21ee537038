import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { WatchedSource } from '#app/services/watch/watch-sources.server.ts'
import { Badge } from '../badge.tsx'
import { Select, TextArea, TextField } from '../field.tsx'
import panels from '../module/panels.module.css'

const effects = ['none', 'to-check', 'must-update'] as const

type Props = {
  source: WatchedSource
  frameworks: { code: string; title: string }[]
  today: string
  mayRecord: boolean
  mayKeep: boolean
}

/** One thing that is watched: by whom, until when it is to be looked at, what was seen there. */
export function SourceCard({ source, frameworks, today, mayRecord, mayKeep }: Props) {
  const { t } = useTranslation('watch')
  const { day } = useFormat()
  const { id, kind, title, url, lookEvery, watcher, lookOn, isLate, events } = source
  return (
    <section className="card stack" aria-labelledby={`source-${id}`}>
      <h2 id={`source-${id}`}>{title}</h2>
      <p className="row">
        <Badge tone="accent">{t(`kinds.${kind}`)}</Badge>
        <Badge tone={isLate ? 'danger' : 'neutral'}>
          {t(isLate ? 'late' : 'due', { day: day(lookOn) })}
        </Badge>
        <span>{t('by', { name: watcher, count: lookEvery })}</span>
        {url && (
          <a href={url} rel="noreferrer">
            {url}
          </a>
        )}
      </p>
      <details>
        <summary>
          {t('events')} ({events.length})<span className="visually-hidden"> {title}</span>
        </summary>
        {events.length === 0 && <p className="soft">{t('noEvent')}</p>}
        <ul className={panels.rows}>
          {events.map((event) => (
            <li key={event.id}>
              <Badge>{t(`effects.${event.effect}`)}</Badge>
              <span>{event.summary}</span>
              <span className="soft">
                {[t('seen', { day: day(event.day), name: event.by }), event.evidence]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {mayRecord && <Record source={source} frameworks={frameworks} today={today} />}
      {mayKeep && (
        <Form method="post">
          <input type="hidden" name="intent" value="end" />
          <input type="hidden" name="sourceId" value={id} />
          <button type="submit" className="quiet">
            {t('end', { title })}
          </button>
        </Form>
      )}
    </section>
  )
}

function Record({ source, frameworks, today }: Pick<Props, 'source' | 'frameworks' | 'today'>) {
  const { t } = useTranslation('watch')
  return (
    <details>
      <summary>
        {t('record')}
        <span className="visually-hidden"> {source.title}</span>
      </summary>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="record" />
        <input type="hidden" name="sourceId" value={source.id} />
        <TextField
          label={t('day')}
          name="day"
          type="date"
          defaultValue={today}
          max={today}
          required
        />
        <TextArea label={t('summary')} name="summary" rows={2} maxLength={1000} required />
        <Select label={t('effect')} name="effect">
          {effects.map((effect) => (
            <option key={effect} value={effect}>
              {t(`effects.${effect}`)}
            </option>
          ))}
        </Select>
        <TextField
          label={t('evidence')}
          hint={t('evidenceHint')}
          name="evidence"
          maxLength={500}
        />
        <fieldset className="stack">
          <legend>{t('about')}</legend>
          <p className="soft">{t('aboutHint')}</p>
          <Select label={t('framework')} name="frameworkCode">
            <option value="">{t('anyFramework')}</option>
            {frameworks.map(({ code, title }) => (
              <option key={code} value={code}>
                {code} {title}
              </option>
            ))}
          </Select>
          <TextField label={t('block')} name="competencyBlockCode" maxLength={80} />
          <TextField label={t('keyword')} name="keyword" maxLength={80} />
          <TextField
            label={t('modules')}
            hint={t('modulesHint')}
            name="modules"
            maxLength={2000}
          />
        </fieldset>
        <p>
          <button type="submit">{t('save')}</button>
        </p>
      </Form>
    </details>
  )
}

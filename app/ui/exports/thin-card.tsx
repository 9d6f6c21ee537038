import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { ThinView } from '#app/services/thin/thin-packages.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Refusal } from '#app/ui/notice.tsx'
import styles from './exports.module.css'
import { ThinLimitFields } from './thin-limit-fields.tsx'

/** How a thin package fares wherever it was uploaded, and what its owner may decide of it. */
export function ThinCard({ thin }: { thin: ThinView }) {
  const { t } = useTranslation('delivery')
  const fetcher = useFetcher()
  const said = useRef<HTMLParagraphElement>(null)
  // The button that was pressed goes away: whoever pressed it stays at what came of it.
  useEffect(() => {
    if (fetcher.data) said.current?.focus()
  }, [fetcher.data])
  const busy = fetcher.state !== 'idle'
  const address = `/packages/${thin.packageId}`
  return (
    <div className={styles.thin}>
      <Refusal data={fetcher.data} />
      <p ref={said} tabIndex={-1} role="status">
        <ThinState thin={thin} />
      </p>
      {thin.over !== 'ended' && (
        <details>
          <summary>{t('thin.change')}</summary>
          <fetcher.Form method="post" action={address} className={styles.fields}>
            <ThinLimitFields
              key={`${thin.endsOn} ${thin.mostLearners}`}
              limits={{ endsOn: thin.endsOn, mostLearners: thin.mostLearners }}
            />
            <p className="row">
              <button type="submit" name="intent" value="limit" disabled={busy}>
                {t('thin.keep')}
              </button>
              <button
                type="submit"
                name="intent"
                value="end"
                className="quiet"
                formNoValidate
                disabled={busy}
              >
                {t('thin.end')}
              </button>
            </p>
            <p className="soft">{t('thin.endHint')}</p>
          </fetcher.Form>
        </details>
      )}
      {thin.over === 'ended' && (
        <fetcher.Form method="post" action={address}>
          <button type="submit" name="intent" value="reopen" className="quiet" disabled={busy}>
            {t('thin.reopen')}
          </button>
        </fetcher.Form>
      )}
    </div>
  )
}

/** Whether it is played, in which edition, by how many and until when. */
function ThinState({ thin }: { thin: ThinView }) {
  const { t } = useTranslation('delivery')
  const { day, instant } = useFormat()
  const { over, endsOn, endedAt, plays, latest, learners, mostLearners } = thin
  const learned = t('thin.learners', { count: learners })
  const parts = [
    over === null && t('thin.plays', { edition: plays }),
    over === null && latest !== plays && t('thin.passedOver', { edition: latest }),
    mostLearners === null ? learned : t('thin.ofMost', { learned, most: mostLearners }),
    over === null && endsOn !== null && t('thin.until', { day: day(endsOn) }),
  ]
  return (
    <>
      {over !== null && (
        <>
          <Badge tone="warn">
            {over === 'ended'
              ? t('thin.ended', { when: instant(endedAt!) })
              : t('thin.past', { day: day(endsOn!) })}
          </Badge>{' '}
        </>
      )}
      {parts.filter(Boolean).join(' · ')}
    </>
  )
}

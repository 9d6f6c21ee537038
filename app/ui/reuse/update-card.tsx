import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { Update } from '#app/services/reuse/updates.server.ts'
import { Tick } from '../field.tsx'
import { Comparison } from './comparison.tsx'
import styles from './reuse.module.css'

type Props = { update: Update; mayWrite: boolean }

/** A later edition in one place: what changes, and what is decided about it. */
export function UpdateCard({ update, mayWrite }: Props) {
  const { t } = useTranslation('reuse')
  const { title, seen, latest, state, follows, referenceId } = update
  const ofOrigin = referenceId === 'origin'
  const name = t('update', { title, seen, latest })
  return (
    <section className={styles.update} aria-label={name}>
      <h3>{name}</h3>
      {ofOrigin && <p>{t('ofOrigin')}</p>}
      {follows && <p>{t('willFollow')}</p>}
      {state !== 'open' && <p className="soft">{t(`set.${state}`)}</p>}
      <details open={state === 'open'}>
        <summary>{t('compare')}</summary>
        <Comparison facts={update.facts} elements={update.differences} />
      </details>
      {mayWrite && <Decisions update={update} ofOrigin={ofOrigin} />}
    </section>
  )
}

function Decisions({ update, ofOrigin }: { update: Update; ofOrigin: boolean }) {
  const { t } = useTranslation('reuse')
  const { referenceId, digest, state } = update
  const shown =
    state === 'open' ? (['accept', 'ignore', 'decline'] as const) : (['reconsider'] as const)
  const named = (decision: (typeof shown)[number]) =>
    t(`decide.${ofOrigin && decision === 'accept' ? 'done' : decision}`)
  return (
    <>
      <Form method="post" className={styles.decisions} preventScrollReset>
        <Place referenceId={referenceId} digest={digest} />
        {shown.map((decision) => (
          <button
            key={decision}
            type="submit"
            name="decision"
            value={decision}
            className={decision === 'accept' ? undefined : 'quiet'}
            aria-label={`${named(decision)} : ${update.title}`}
          >
            {named(decision)}
          </button>
        ))}
      </Form>
      {ofOrigin && state === 'open' && (
        <Form method="post" className={styles.decisions} preventScrollReset>
          <Place referenceId={referenceId} digest={digest} />
          <Tick label={t('replaceSure')} name="sure" required />
          <button type="submit" name="decision" value="replace" className="quiet">
            {t('decide.replace')}
          </button>
        </Form>
      )}
    </>
  )
}

function Place({ referenceId, digest }: Pick<Update, 'referenceId' | 'digest'>) {
  return (
    <>
      <input type="hidden" name="intent" value="decide" />
      <input type="hidden" name="referenceId" value={referenceId} />
      <input type="hidden" name="digest" value={digest} />
    </>
  )
}

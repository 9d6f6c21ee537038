import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConsentScope, Protocol, TrialTask } from '#app/db/schema/bank/index.ts'
import { Form, Link, useRevalidator } from '#app/framework.ts'
import { Tick } from '../field.tsx'
import styles from './part.module.css'

type ConsentProps = { protocol: Protocol; title: string; asks: boolean }

/** What it is about, and each thing that somebody may agree to. */
export function Consent({ protocol, title, asks }: ConsentProps) {
  const { t } = useTranslation('trialPart')
  const scopes: ConsentScope[] = [
    'traces',
    'notes',
    ...(asks ? ['questionnaire' as const] : []),
  ]
  return (
    <section className="card stack" aria-labelledby="consent">
      <p>{t('lead', { title })}</p>
      <h2 id="consent">{t('consent.heading')}</h2>
      <p>{protocol.consent}</p>
      <Form method="post" className="stack">
        <fieldset className={styles.scopes}>
          <legend>{t('consent.legend')}</legend>
          {scopes.map((scope) => (
            <Tick key={scope} label={t(`consent.${scope}`)} name="scopes[]" value={scope} />
          ))}
        </fieldset>
        <p className="soft">{t('consent.each')}</p>
        <p>
          <button type="submit" name="intent" value="consent">
            {t('consent.give')}
          </button>
        </p>
      </Form>
    </section>
  )
}

/** Looks again by itself until the session begins. */
export function Wait() {
  const { t } = useTranslation('trialPart')
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, 4000)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <section className="card" aria-labelledby="wait">
      <h2 id="wait">{t('wait.heading')}</h2>
      <p role="status">{t('wait.text')}</p>
    </section>
  )
}

export function Begin({ tasks }: { tasks: TrialTask[] }) {
  const { t } = useTranslation('trialPart')
  return (
    <section className="card" aria-labelledby="begin">
      <h2 id="begin">{t('begin.heading')}</h2>
      <ol>
        {tasks.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <p>
        <Link to="?play" className="button">
          {t('begin.button')}
        </Link>
      </p>
    </section>
  )
}

export function Said({ which }: { which: 'thanks' | 'over' }) {
  const { t } = useTranslation('trialPart')
  return (
    <section className="card" aria-labelledby="said">
      <h2 id="said">{t(`${which}.heading`)}</h2>
      <p>{t(`${which}.text`)}</p>
    </section>
  )
}

/** At any moment, with what follows said before. */
export function Withdraw({ scopes }: { scopes: ConsentScope[] }) {
  const { t } = useTranslation('trialPart')
  return (
    <details>
      <summary>{t('withdraw.open')}</summary>
      <Form method="post" className="stack" key={scopes.join()}>
        <fieldset className={styles.scopes}>
          <legend>{t('withdraw.lead')}</legend>
          {scopes.map((scope) => (
            <Tick
              key={scope}
              label={t(`withdraw.${scope}`)}
              name="scopes[]"
              value={scope}
              defaultChecked
            />
          ))}
        </fieldset>
        <p>
          <button type="submit" name="intent" value="withdraw" className="quiet">
            {t('withdraw.button')}
          </button>
        </p>
      </Form>
    </details>
  )
}

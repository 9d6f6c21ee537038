import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { Aspect } from '#content-schema/module.ts'
import { Select, TextArea, TextField, Tick } from '../field.tsx'
import { AspectTicks } from '../gates/aspect-ticks.tsx'
import styles from './ask-form.module.css'

export type Askable = {
  id: string
  name: string
  /** Without an account. */
  isGuest: boolean
}

type Props = {
  people: Askable[]
  /** Those of the round before, when the text has changed since. */
  ticked: string[]
  toSign: Aspect[]
  /** Of the round that this would be; `null` where it adds to the one that there is. */
  next: number | null
}

/** Asks several people at once: experts, guests known from before, and guests to be invited. */
export function AskForm({ people, ticked, toSign, next }: Props) {
  const { t } = useTranslation('review')
  const title =
    next === 1 ? t('request') : next ? t('requestNext', { number: next }) : t('requestMore')
  return (
    <section className="card" aria-labelledby="request">
      <h2 id="request">{title}</h2>
      <p className="soft">{t(next !== null && next > 1 ? 'nextLead' : 'requestLead')}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="request" />
        <fieldset className={styles.people}>
          <legend>{t('people')}</legend>
          {people.length === 0 && <p>{t('noExpert')}</p>}
          {people.map(({ id, name, isGuest }) => (
            <Tick
              key={id}
              name="people[]"
              value={id}
              label={isGuest ? t('guest', { name: name || t('unnamed') }) : name}
              defaultChecked={ticked.includes(id)}
            />
          ))}
        </fieldset>
        <Guests />
        <AspectTicks
          legend={t('aspects')}
          name="aspects[]"
          ticked={toSign}
          hint={t('needed')}
        />
        <TextArea label={t('message')} name="message" maxLength={2000} />
        <TextField label={t('dueOn')} name="dueOn" type="date" />
        <button type="submit">{t('ask')}</button>
      </Form>
    </section>
  )
}

/** As many as somebody wants to invite. */
function Guests() {
  const { t, i18n } = useTranslation('review')
  const [rows, setRows] = useState<number[]>([])
  return (
    <fieldset className={styles.people}>
      <legend>{t('guests')}</legend>
      <p className="soft">{t('guestsLead')}</p>
      {rows.map((row) => (
        <div key={row} className={styles.guest}>
          <TextField label={t('guestName')} name="guestName[]" maxLength={120} required />
          <TextField label={t('guestEmail')} name="guestEmail[]" type="email" maxLength={200} />
          <Select
            label={t('guestLanguage')}
            name="guestLanguage[]"
            defaultValue={i18n.language === 'en' ? 'en' : 'fr'}
          >
            {(['fr', 'en'] as const).map((language) => (
              <option key={language} value={language}>
                {t(`languages.${language}`)}
              </option>
            ))}
          </Select>
          <button
            type="button"
            className="quiet"
            onClick={() => setRows(rows.filter((each) => each !== row))}
          >
            {t('removeGuest')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => setRows([...rows, (rows.at(-1) ?? 0) + 1])}
      >
        {t('addGuest')}
      </button>
    </fieldset>
  )
}

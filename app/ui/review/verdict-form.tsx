import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { Aspect } from '#content-schema/module.ts'
import { TextArea } from '../field.tsx'
import { GuestName } from './guest-name.tsx'
import styles from './verdict-form.module.css'

const values = ['approved', 'changes-asked', 'abstained'] as const
const named = {
  approved: 'approve',
  'changes-asked': 'askChanges',
  abstained: 'abstain',
} as const

type Props = { digest: string; aspects: readonly Aspect[]; guestName: string | null }

/** The expert's signature on each aspect of the very revision in front of them, given all together. */
export function VerdictForm({ digest, aspects, guestName }: Props) {
  const { t } = useTranslation('review')
  return (
    <section className="card" aria-labelledby="verdict">
      <h2 id="verdict" tabIndex={-1}>
        {t('verdict')}
      </h2>
      <p className="soft">{t('verdictLead')}</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="verdict" />
        <input type="hidden" name="digest" value={digest} />
        <GuestName known={guestName} />
        {aspects.map((aspect) => (
          <OnAspect key={aspect} aspect={aspect} />
        ))}
        <button type="submit">{t('send')}</button>
      </Form>
    </section>
  )
}

function OnAspect({ aspect }: { aspect: Aspect }) {
  const { t } = useTranslation(['review', 'modules'])
  const name = t(`modules:aspects.${aspect}`)
  return (
    <fieldset className={styles.aspect}>
      <legend>{name}</legend>
      <p className="soft">{t(`watch.${aspect}`)}</p>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={`${aspect}.value`} value={value} required />{' '}
          {t(named[value])}
        </label>
      ))}
      <TextArea
        label={t('noteFor', { aspect: name })}
        name={`${aspect}.note`}
        rows={2}
        maxLength={4000}
      />
    </fieldset>
  )
}

import { useTranslation } from 'react-i18next'
import type { Protocol, TrialQuestion } from '#app/db/schema/bank/index.ts'
import { Form } from '#app/framework.ts'
import { susItems } from '#app/services/trials/sus.ts'
import { TextArea } from '../field.tsx'
import styles from './part.module.css'

/** The ten statements of the scale, then the protocol's own questions. */
export function Questionnaire({ protocol }: { protocol: Protocol }) {
  const { t, i18n } = useTranslation('trialPart')
  const items = susItems[i18n.language === 'en' ? 'en' : 'fr']
  return (
    <section className="card" aria-labelledby="questionnaire">
      <h2 id="questionnaire">{t('questionnaire.heading')}</h2>
      <Form method="post" className="stack">
        {protocol.sus && (
          <>
            <p>
              {t('questionnaire.scale')}. {t('questionnaire.system')}
            </p>
            {items.map((item, index) => (
              <Scale key={item} legend={item} name={`sus.${index}`} required />
            ))}
            <p className="soft">{t('sources')}</p>
          </>
        )}
        {protocol.questions.map((question) => (
          <Own key={question.id} question={question} />
        ))}
        <p>
          <button type="submit" name="intent" value="answers">
            {t('questionnaire.send')}
          </button>
        </p>
      </Form>
    </section>
  )
}

function Own({ question }: { question: TrialQuestion }) {
  const { id, text, kind, choices } = question
  const name = `own.${id}`
  if (kind === 'text') return <TextArea label={text} name={name} maxLength={4000} />
  if (kind === 'scale') return <Scale legend={text} name={name} />
  return <Radios legend={text} name={name} values={choices} />
}

function Scale(props: { legend: string; name: string; required?: boolean }) {
  return <Radios {...props} values={['1', '2', '3', '4', '5']} />
}

type RadiosProps = { legend: string; name: string; values: string[]; required?: boolean }

function Radios({ legend, name, values, required = false }: RadiosProps) {
  return (
    <fieldset className={styles.radios}>
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={name} value={value} required={required} /> {value}
        </label>
      ))}
    </fieldset>
  )
}

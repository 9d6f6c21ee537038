import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import {
  type Protocol,
  questionKinds,
  type TrialQuestion,
  trialKinds,
} from '#content-schema/trials/trial-words.ts'
import { Select, TextArea, TextField, Tick } from '../field.tsx'
import styles from './trials.module.css'

type Props = { protocol: Protocol | null; protocolId: string | null }

/** Empty rows to fill in, after those there are. */
const spare = 2

/** Everything of a protocol on one page. Give it another `key` once it was saved. */
export function ProtocolForm({ protocol, protocolId }: Props) {
  const { t } = useTranslation('trials')
  const tasks = [...(protocol?.tasks ?? []), ...empty({ id: '', text: '', success: '' })]
  const wanted = [...(protocol?.wanted ?? []), ...empty({ profile: '', count: 1 })]
  const question: TrialQuestion = { id: '', text: '', kind: 'scale', choices: [] }
  const questions = [...(protocol?.questions ?? []), ...empty(question)]
  return (
    <section className="card" aria-labelledby="protocol-form">
      <h2 id="protocol-form">{t(protocolId ? 'protocols.edit' : 'protocols.new')}</h2>
      <Form method="post" action="/organisation/protocols" className="stack">
        <input type="hidden" name="protocolId" value={protocolId ?? ''} />
        <TextField
          label={t('protocols.name')}
          name="name"
          required
          maxLength={120}
          defaultValue={protocol?.name}
        />
        <Select label={t('protocols.kind')} name="kind" defaultValue={protocol?.kind}>
          {trialKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <p className="soft">{t('protocols.more')}</p>
        <h3>{t('protocols.tasks')}</h3>
        {tasks.map(({ id, text, success }, index) => (
          <div key={id || `new ${index}`} className={styles.pair}>
            <input type="hidden" name={`task.${index}.id`} value={id} />
            <TextField
              label={t('protocols.task', { n: index + 1 })}
              name={`task.${index}.text`}
              defaultValue={text}
              maxLength={500}
            />
            <TextField
              label={t('protocols.success')}
              name={`task.${index}.success`}
              defaultValue={success}
              maxLength={500}
            />
          </div>
        ))}
        <h3>{t('protocols.wanted')}</h3>
        {wanted.map(({ profile, count }, index) => (
          <div key={profile || `new ${index}`} className={styles.pair}>
            <TextField
              label={t('protocols.profile', { n: index + 1 })}
              name={`wanted.${index}.profile`}
              defaultValue={profile}
              maxLength={80}
            />
            <TextField
              label={t('protocols.count')}
              name={`wanted.${index}.count`}
              type="number"
              min={1}
              max={60}
              defaultValue={count}
            />
          </div>
        ))}
        <h3>{t('protocols.questions')}</h3>
        <Tick label={t('protocols.sus')} name="sus" defaultChecked={protocol?.sus ?? true} />
        {questions.map((each, index) => (
          <QuestionRow key={each.id || `new ${index}`} question={each} index={index} />
        ))}
        <TextArea
          label={t('protocols.consent')}
          name="consent"
          required
          maxLength={4000}
          defaultValue={protocol?.consent}
        />
        <p>
          <button type="submit" name="intent" value="save">
            {t('protocols.save')}
          </button>
        </p>
      </Form>
    </section>
  )
}

function QuestionRow({ question, index }: { question: TrialQuestion; index: number }) {
  const { t } = useTranslation('trials')
  const { id, text, kind, choices } = question
  return (
    <div className={styles.pair}>
      <input type="hidden" name={`question.${index}.id`} value={id} />
      <TextField
        label={t('protocols.question', { n: index + 1 })}
        name={`question.${index}.text`}
        defaultValue={text}
        maxLength={500}
      />
      <Select
        label={t('protocols.questionKind')}
        name={`question.${index}.kind`}
        defaultValue={kind}
      >
        {questionKinds.map((each) => (
          <option key={each} value={each}>
            {t(`protocols.questionKinds.${each}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('protocols.choices')}
        name={`question.${index}.choices`}
        defaultValue={choices.join('\n')}
        maxLength={2000}
      />
    </div>
  )
}

function empty<Row>(row: Row): Row[] {
  return Array.from({ length: spare }, () => row)
}

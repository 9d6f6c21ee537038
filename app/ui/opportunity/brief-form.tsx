import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { OpportunityText } from '#app/services/opportunity/read-opportunity.server.ts'
import { type Voice, voiceKinds } from '#content-schema/opportunity-words.ts'
import { Select, TextArea, TextField } from '../field.tsx'
import styles from './opportunity.module.css'

type Props = OpportunityText & { textDigest: string }

/** Who needs what, and who says so. Give it another `key` once what it shows was saved. */
export function BriefForm({ need, voices, words, textDigest }: Props) {
  const { t } = useTranslation('opportunity')
  // As it was opened, whatever the server says since.
  const [base] = useState(textDigest)
  return (
    <Form method="post" className="stack" preventScrollReset>
      <input type="hidden" name="base" value={base} />
      <TextArea
        label={t('need')}
        hint={t('needHint')}
        name="need"
        rows={4}
        maxLength={4000}
        defaultValue={need}
      />
      <Voices voices={voices} />
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        name="words"
        rows={3}
        maxLength={4000}
        defaultValue={words}
      />
      <p>
        <button type="submit" name="intent" value="save">
          {t('save')}
        </button>
      </p>
    </Form>
  )
}

const empty: Voice = { kind: 'learner', quote: '', source: '' }

/** As many as were heard; what stays empty is not kept. */
function Voices({ voices }: { voices: Voice[] }) {
  const { t } = useTranslation('opportunity')
  const [rows, setRows] = useState(
    (voices.length > 0 ? voices : [empty]).map((voice, id) => ({ id, voice })),
  )
  const next = useRef(rows.length)
  const adding = useRef<HTMLButtonElement>(null)
  const add = () => {
    setRows([...rows, { id: next.current, voice: empty }])
    next.current += 1
  }
  const remove = (id: number) => {
    setRows(rows.filter((row) => row.id !== id))
    adding.current?.focus()
  }
  return (
    <>
      <h3>{t('voices')}</h3>
      <p className="soft">{t('voicesLead')}</p>
      {rows.map(({ id, voice }, index) => (
        <VoiceRow key={id} voice={voice} index={index} onRemove={() => remove(id)} />
      ))}
      <p>
        <button ref={adding} type="button" className="quiet" onClick={add}>
          {t('addVoice')}
        </button>
      </p>
    </>
  )
}

type RowProps = { voice: Voice; index: number; onRemove: () => void }

function VoiceRow({ voice, index, onRemove }: RowProps) {
  const { t } = useTranslation('opportunity')
  const n = index + 1
  return (
    <fieldset className={styles.voice}>
      <legend>{t('voice', { n })}</legend>
      <Select label={t('kind')} name={`voice.${index}.kind`} defaultValue={voice.kind}>
        {voiceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kinds.${kind}`)}
          </option>
        ))}
      </Select>
      <TextArea
        label={t('quote')}
        name={`voice.${index}.quote`}
        rows={2}
        maxLength={1000}
        defaultValue={voice.quote}
      />
      <TextField
        label={t('source')}
        hint={t('sourceHint')}
        name={`voice.${index}.source`}
        maxLength={300}
        defaultValue={voice.source}
      />
      <button type="button" className="quiet" onClick={onRemove}>
        {t('removeVoice', { n })}
      </button>
    </fieldset>
  )
}

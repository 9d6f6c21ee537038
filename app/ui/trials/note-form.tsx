import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObservationKind } from '#content-schema/trials/trial-words.ts'
import { TextField } from '../field.tsx'

type Props = {
  kind: ObservationKind
  code: string
  time: string
  onKeep: (text: string) => void
  onDrop: () => void
}

/** The words of an observation whose time is already stamped. */
export function NoteForm({ kind, code, time, onKeep, onDrop }: Props) {
  const { t } = useTranslation('trials')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep(String(new FormData(event.currentTarget).get('text') ?? '').trim())
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onDrop()
      }}
    >
      <p role="status">
        <strong>{t('run.stamped', { kind: t(`observations.${kind}`), code, time })}</strong>
      </p>
      <TextField label={t('run.text')} name="text" maxLength={4000} autoComplete="off" />
      <p className="row">
        <button type="submit">{t('run.keep')}</button>
        <button type="button" className="quiet" onClick={onDrop}>
          {t('run.drop')}
        </button>
      </p>
    </form>
  )
}

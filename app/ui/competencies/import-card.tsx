import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { TextField } from '../field.tsx'
import { Notice, useRefusal } from '../notice.tsx'
import { Refusal } from '../refusal.ts'
import { sendFileToRead } from '../uploads/send-file.ts'

type Sending = { share: number; phase: string } | null

/** Sends a file part by part, then shows what is in it. */
export function ImportCard({ className }: { className: string | undefined }) {
  const { t } = useTranslation('competencies')
  const { percent } = useFormat()
  const sentence = useRefusal()
  const navigate = useNavigate()
  const [sending, setSending] = useState<Sending>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const stop = useRef<AbortController | null>(null)
  const send = async (form: HTMLFormElement) => {
    const file = new FormData(form).get('file')
    if (!(file instanceof File) || file.size === 0) return
    setRefused(null)
    setSending({ share: 0, phase: 'sending' })
    stop.current = new AbortController()
    try {
      const onProgress = (share: number, phase: string) => setSending({ share, phase })
      const id = await sendFileToRead(file, onProgress, stop.current.signal)
      navigate(`/frameworks/files/${id}`)
    } catch (error) {
      setSending(null)
      if (stop.current.signal.aborted) return
      const told =
        error instanceof Refusal ? error.refusal : { code: 'server.failed', params: {} }
      setRefused(sentence(told))
    }
  }
  return (
    <section className={className} aria-labelledby="import">
      <h2 id="import">{t('import')}</h2>
      {refused && <Notice tone="danger">{refused}</Notice>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send(event.currentTarget)
        }}
      >
        <TextField
          label={t('file')}
          hint={t('fileHint')}
          name="file"
          type="file"
          accept=".xml,.zip,.json,.csv"
          required
          disabled={sending !== null}
        />
        {sending ? (
          <p className="row">
            <progress value={sending.share} max={1} aria-label={t('sending')} />
            <span role="status">
              {t(sending.phase === 'interrupted' ? 'interrupted' : 'sending')}{' '}
              {percent(sending.share)}
            </span>
            <button type="button" className="quiet" onClick={() => stop.current?.abort()}>
              {t('stop')}
            </button>
          </p>
        ) : (
          <button type="submit">{t('importButton')}</button>
        )}
      </form>
    </section>
  )
}

import { useId, useRef, useState } from 'react'
import { useFormat } from '#app/i18n/use-format.ts'
import { TextField } from '../field.tsx'
import { Notice, useRefusal } from '../notice.tsx'
import { Refusal } from '../refusal.ts'
import { sendFileToRead } from './send-file.ts'

type Sending = { share: number; phase: string } | null

type SendCardProps = {
  className?: string | undefined
  /** What the card says, in the reader's language. */
  words: Record<
    'title' | 'file' | 'hint' | 'sending' | 'interrupted' | 'stop' | 'button',
    string
  >
  /** Endings of the files that are read, as an `accept` attribute lists them. */
  accept: string
  /** Is told under which id the file has arrived. */
  onSent: (id: string) => void
}

/** Sends a file part by part, to be read where it arrives. */
export function SendCard({ className = 'card stack', words, accept, onSent }: SendCardProps) {
  const { percent } = useFormat()
  const sentence = useRefusal()
  const title = useId()
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
      onSent(await sendFileToRead(file, onProgress, stop.current.signal))
    } catch (error) {
      setSending(null)
      if (stop.current.signal.aborted) return
      const told =
        error instanceof Refusal ? error.refusal : { code: 'server.failed', params: {} }
      setRefused(sentence(told))
    }
  }
  return (
    <section className={className} aria-labelledby={title}>
      <h2 id={title}>{words.title}</h2>
      {refused && <Notice tone="danger">{refused}</Notice>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void send(event.currentTarget)
        }}
      >
        <TextField
          label={words.file}
          hint={words.hint}
          name="file"
          type="file"
          accept={accept}
          required
          disabled={sending !== null}
        />
        {sending ? (
          <p className="row">
            <progress value={sending.share} max={1} aria-label={words.sending} />
            <span role="status">
              {sending.phase === 'interrupted' ? words.interrupted : words.sending}{' '}
              {percent(sending.share)}
            </span>
            <button type="button" className="quiet" onClick={() => stop.current?.abort()}>
              {words.stop}
            </button>
          </p>
        ) : (
          <button type="submit">{words.button}</button>
        )}
      </form>
    </section>
  )
}

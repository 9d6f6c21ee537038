import { useEffect, useId, useRef, useState } from 'react'
import { checkCaptions } from '#content-schema/captions/check-captions.ts'
import {
  type Captions,
  inOrder,
  shiftAll,
  splitCue,
  withoutOverlap,
} from '#content-schema/captions/cues.ts'
import { writeWebVtt } from '#content-schema/captions/read-captions.ts'
import type { MediaToolWords } from '../words/fr.ts'
import {
  cuesOf,
  type Row,
  rowsOf,
  shownAt,
  withChange,
  withNew,
  without,
  withSplit,
} from './cue-list.ts'
import { CueRow } from './cue-row.tsx'
import { onShortcut } from './shortcuts.ts'
import { useRows } from './use-rows.ts'

type Props = {
  /** The film or the sound. */
  url: string
  kind: 'video' | 'audio'
  captions: Captions
  /** They come from a file that was just chosen: they are not saved yet. */
  fresh: boolean
  words: MediaToolWords['captions']
  /** Rejects when they could not be saved. */
  onSave: (webVtt: string) => Promise<void>
  onTranscript: (cues: ReturnType<typeof cuesOf>) => void
  onClose: () => void
}

type State = 'idle' | 'saving' | 'saved' | 'failed' | 'leaving' | 'transcribed'

/** Captions beside their film: heard, seen, written and timed in one place. */
export default function CaptionsDialog(props: Props) {
  const { url, kind, captions, fresh, words, onSave, onTranscript, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const player = useRef<HTMLVideoElement>(null)
  const title = useId()
  const { rows, change, undo, canUndo } = useRows(captions.cues)
  const [time, setTime] = useState(0)
  const [duration, setDuration] = useState<number | null>(null)
  const [saved, setSaved] = useState(fresh ? '' : writeWebVtt(captions.cues))
  const [state, setState] = useState<State>('idle')
  useEffect(() => dialog.current?.showModal(), [])
  const now = () => Math.round((player.current?.currentTime ?? 0) * 1000)
  const [added, setAdded] = useState<number | null>(null)
  const findings = checkCaptions(rows, duration)
  const shown = shownAt(rows, time)
  const dirty = writeWebVtt(cuesOf(rows)) !== saved
  // Closed before it goes away: only then can what stands below it have the focus again.
  const leave = () => {
    dialog.current?.close()
    onClose()
  }
  const close = () => (dirty ? setState('leaving') : leave())
  const save = async () => {
    const webVtt = writeWebVtt(cuesOf(rows))
    setState('saving')
    await onSave(webVtt).then(
      () => {
        setSaved(webVtt)
        setState('saved')
      },
      () => setState('failed'),
    )
  }
  const add = () => {
    const next = withNew(rows, now())
    change(() => next.rows)
    setAdded(next.added.key)
  }
  const play = (at?: number) => {
    const film = player.current
    if (!film) return
    if (at !== undefined) film.currentTime = at / 1000
    if (film.paused || at !== undefined) void film.play().catch(() => undefined)
    else film.pause()
  }
  return (
    <dialog
      ref={dialog}
      className="me-captions"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={(event) => onShortcut(event, { add, play })}
    >
      <header>
        <h2 id={title}>{words.dialog}</h2>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </header>
      <div className="me-captions-body">
        <section className="me-captions-player">
          {/* The captions stand below, as they are being written. */}
          <video
            ref={player}
            src={url}
            controls
            preload="metadata"
            data-kind={kind}
            onTimeUpdate={() => setTime(now())}
            onLoadedMetadata={({ currentTarget }) =>
              setDuration(
                Number.isFinite(currentTarget.duration) ? currentTarget.duration * 1000 : null,
              )
            }
          >
            <track kind="captions" />
          </video>
          <p className="me-captions-shown">{shown?.text ?? ''}</p>
          <p className="me-actions">
            <button type="button" onClick={add}>
              {words.add}
            </button>
            <button type="button" disabled={!canUndo} onClick={undo}>
              {words.undo}
            </button>
          </p>
          <p className="me-hint">{words.keys}</p>
        </section>
        <section className="me-captions-list">
          <Summary captions={captions} fresh={fresh} count={findings.length} words={words} />
          {findings.length > 0 && (
            <p className="me-actions">
              <button type="button" onClick={() => goToNextProblem(dialog.current)}>
                {words.nextProblem}
              </button>
            </p>
          )}
          <Mending rows={rows} findings={findings} words={words} change={change} />
          {rows.length === 0 && <p className="me-hint">{words.none}</p>}
          <ol>
            {rows.map((row, index) => (
              <CueRow
                key={row.key}
                row={row}
                number={index + 1}
                problems={findings
                  .filter((finding) => finding.index === index)
                  .map(({ problem }) => problem)}
                current={row.key === shown?.key}
                added={row.key === added}
                words={words}
                now={now}
                onChange={(values) => change((before) => withChange(before, row.key, values))}
                onPlay={() => play(row.start)}
                onSplit={(at) =>
                  change((before) => withSplit(before, row.key, (cue) => splitCue(cue, at)))
                }
                onRemove={() => change((before) => without(before, row.key))}
              />
            ))}
          </ol>
        </section>
      </div>
      <Footer
        state={state === 'saved' && dirty ? 'idle' : state}
        words={words}
        canSave={dirty && rows.length > 0}
        canLeave={!dirty}
        canTranscribe={rows.length > 0}
        onSave={() => void save()}
        onTranscript={() => {
          onTranscript(cuesOf(rows))
          setState('transcribed')
        }}
        onStay={() => setState('idle')}
        onLeave={leave}
      />
    </dialog>
  )
}

/** To the text of the next caption with something to mend, from the one being written; round and round. */
function goToNextProblem(dialog: HTMLElement | null): void {
  const cues = [...(dialog?.querySelectorAll<HTMLElement>('[data-cue]') ?? [])]
  const seen = cues.findIndex((cue) => cue.dataset.seen !== undefined)
  const inOrder = [...cues.slice(seen + 1), ...cues.slice(0, seen + 1)]
  const next = inOrder.find((cue) => cue.dataset.problem !== undefined)
  if (!next) return
  delete cues[seen]?.dataset.seen
  next.dataset.seen = ''
  next.scrollIntoView({ block: 'nearest' })
  next.querySelector('textarea')?.focus({ preventScroll: true })
}

type FooterProps = {
  state: State
  words: Props['words']
  canSave: boolean
  /** Nothing is left to be saved. */
  canLeave: boolean
  canTranscribe: boolean
  onSave: () => void
  onTranscript: () => void
  onStay: () => void
  onLeave: () => void
}

/** What was saved, and the way out: changes are only left behind when that was said. */
function Footer({ state, words, canSave, canLeave, canTranscribe, ...does }: FooterProps) {
  if (state === 'leaving') return <Leaving words={words} {...does} />
  return (
    <footer>
      <p role="status">
        {state === 'saving' && words.saving}
        {state === 'saved' && words.saved}
        {state === 'transcribed' && words.transcribed}
      </p>
      {state === 'failed' && (
        <p role="alert" className="me-error">
          {words.failed}
        </p>
      )}
      <p className="me-actions">
        <button type="button" disabled={!canTranscribe} onClick={does.onTranscript}>
          {words.transcript}
        </button>
        {/* One button for both, never switched off while it is used: the focus stays on it. */}
        <button
          type="button"
          className="me-primary"
          disabled={!canSave && !canLeave}
          aria-disabled={state === 'saving'}
          onClick={canLeave ? does.onLeave : state === 'saving' ? undefined : does.onSave}
        >
          {canLeave ? words.done : words.save}
        </button>
      </p>
    </footer>
  )
}

/** The keyboard goes where the question is; answered, it is where it was. */
function Leaving({
  words,
  onStay,
  onLeave,
}: Pick<FooterProps, 'words' | 'onStay' | 'onLeave'>) {
  const stay = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    stay.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <footer role="alert">
      <p>{words.unsaved}</p>
      <p className="me-actions">
        <button ref={stay} type="button" className="me-primary" onClick={onStay}>
          {words.stay}
        </button>
        <button type="button" onClick={onLeave}>
          {words.leave}
        </button>
      </p>
    </footer>
  )
}

type SummaryProps = Pick<Props, 'captions' | 'fresh' | 'words'> & { count: number }

/** What came out of the file that was read, and how much there is to mend. */
function Summary({ captions, fresh, count, words }: SummaryProps) {
  const { cues, unread } = captions
  return (
    <p role="status">
      {fresh && `${words.read(cues.length)} `}
      {unread.length > 0 && `${words.unread(unread.join(', '))} `}
      {count > 0 ? words.toMend(count) : words.fine}
    </p>
  )
}

type MendingProps = {
  rows: Row[]
  findings: ReturnType<typeof checkCaptions>
  words: Props['words']
  change: (next: (rows: Row[]) => Row[]) => void
}

/** What can be done to all captions at once; nothing of it happens unasked. */
function Mending({ rows, findings, words, change }: MendingProps) {
  const [seconds, setSeconds] = useState('0')
  const id = useId()
  const found = new Set(findings.map(({ problem }) => problem))
  const shift = Math.round(Number(seconds.replace(',', '.')) * 1000)
  return (
    <div className="me-actions">
      {found.has('overlap') && (
        <button
          type="button"
          onClick={() => change((before) => rowsOf(withoutOverlap(cuesOf(before))))}
        >
          {words.repair}
        </button>
      )}
      {found.has('out-of-order') && (
        <button
          type="button"
          onClick={() => change((before) => rowsOf(inOrder(cuesOf(before))))}
        >
          {words.sort}
        </button>
      )}
      {rows.length > 0 && (
        <span className="me-cue-time">
          <label htmlFor={id}>{words.shift}</label>
          <input
            id={id}
            type="text"
            inputMode="decimal"
            value={seconds}
            onChange={({ target }) => setSeconds(target.value)}
          />
          <button
            type="button"
            disabled={!shift}
            onClick={() => change((before) => rowsOf(shiftAll(cuesOf(before), shift)))}
          >
            {words.shiftNow}
          </button>
        </span>
      )}
    </div>
  )
}

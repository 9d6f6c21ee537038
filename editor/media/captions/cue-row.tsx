import { useEffect, useId, useRef, useState } from 'react'
import type { CaptionProblem } from '#content-schema/captions/check-captions.ts'
import type { Cue } from '#content-schema/captions/cues.ts'
import { readTime, writeTime } from '#content-schema/captions/read-captions.ts'
import type { MediaToolWords } from '../words/fr.ts'
import type { Row } from './cue-list.ts'

type Props = {
  row: Row
  number: number
  problems: CaptionProblem[]
  /** It is on screen now. */
  current: boolean
  /** It was just added, to be written in. */
  added: boolean
  words: MediaToolWords['captions']
  /** Milliseconds from the start of the film, where it stands now. */
  now: () => number
  onChange: (change: Partial<Cue>) => void
  onPlay: () => void
  onSplit: (at: number | undefined) => void
  onRemove: () => void
}

/** One caption: when, what, and what there is to mend in it. */
export function CueRow(props: Props) {
  const { row, number, problems, current, words, now, onChange, onPlay, onSplit, onRemove } =
    props
  const id = useId()
  const [caret, setCaret] = useState<number | undefined>()
  const text = useRef<HTMLTextAreaElement>(null)
  const isNew = useRef(props.added).current
  useEffect(() => {
    if (isNew) text.current?.focus()
  }, [isNew])
  return (
    <li
      className="me-cue"
      data-current={current}
      data-cue={row.key}
      data-problem={problems.length > 0 ? '' : undefined}
      aria-label={words.cue(number)}
    >
      <div className="me-cue-times">
        <Time
          label={words.start}
          value={row.start}
          words={words}
          onChange={(start) => onChange({ start })}
        />
        <button type="button" data-do="start" onClick={() => onChange({ start: now() })}>
          {words.startNow}
        </button>
        <Time
          label={words.end}
          value={row.end}
          words={words}
          onChange={(end) => onChange({ end })}
        />
        <button type="button" data-do="end" onClick={() => onChange({ end: now() })}>
          {words.endNow}
        </button>
      </div>
      <label htmlFor={`${id}-text`} className="me-visually-hidden">
        {words.text}
      </label>
      <textarea
        ref={text}
        id={`${id}-text`}
        rows={2}
        value={row.text}
        aria-describedby={problems.length > 0 ? `${id}-problems` : undefined}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onChange={({ target }) => onChange({ text: target.value })}
      />
      {problems.length > 0 && (
        <ul id={`${id}-problems`} className="me-cue-problems">
          {problems.map((problem) => (
            <li key={problem}>{words.problems[problem]}</li>
          ))}
        </ul>
      )}
      <p className="me-actions">
        <button type="button" onClick={onPlay}>
          {words.play}
        </button>
        <button
          type="button"
          disabled={row.text.trim() === ''}
          onClick={() => onSplit(isInside(caret, row.text) ? caret : undefined)}
        >
          {words.split}
        </button>
        <button type="button" onClick={onRemove}>
          {words.removeCue}
        </button>
      </p>
    </li>
  )
}

/** A caret at either end says nothing of where to split. */
function isInside(caret: number | undefined, text: string): boolean {
  return caret !== undefined && caret > 0 && caret < text.length
}

type TimeProps = {
  label: string
  value: number
  words: MediaToolWords['captions']
  onChange: (value: number) => void
}

/** A time as people write it, taken when the field is left. */
function Time({ label, value, words, onChange }: TimeProps) {
  const [text, setText] = useState(writeTime(value))
  useEffect(() => setText(writeTime(value)), [value])
  const id = useId()
  const read = readTime(text)
  return (
    <span className="me-cue-time">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={text}
        aria-invalid={read === null}
        aria-describedby={read === null ? `${id}-hint` : undefined}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => read !== null && read !== value && onChange(read)}
        onKeyDown={({ key }) => key === 'Enter' && read !== null && onChange(read)}
      />
      {read === null && (
        <span id={`${id}-hint`} className="me-error">
          {words.notATime}
        </span>
      )}
    </span>
  )
}

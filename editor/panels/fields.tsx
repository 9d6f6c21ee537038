import { type ReactNode, useEffect, useId, useRef, useState } from 'react'

type Common = { label: string; hint?: string | undefined }

/** A text that is handed over when typing pauses or the field is left, so that undo takes it as one. */
export function TextField(
  props: Common & {
    value: string
    longest: number
    rows?: number
    disabled?: boolean
    /** Why a text cannot be, empty when it can. */
    refuse?: (text: string) => string
    onChange: (value: string) => void
  },
) {
  const { label, hint, value, longest, rows = 1, disabled = false, refuse, onChange } = props
  const [text, setText] = useDraft(value, onChange)
  const id = useId()
  const refusal = refuse?.(text) ?? ''
  const note = refusal || hint
  const shared = {
    id,
    value: text,
    maxLength: longest,
    disabled,
    'aria-invalid': refusal !== '',
    'aria-describedby': note ? `${id}-hint` : undefined,
    onBlur: () => text !== value && onChange(text),
  }
  return (
    <Field label={label} hint={note} id={id} wrong={refusal !== ''}>
      {rows === 1 ? (
        <input type="text" {...shared} onChange={(event) => setText(event.target.value)} />
      ) : (
        <textarea rows={rows} {...shared} onChange={(event) => setText(event.target.value)} />
      )}
    </Field>
  )
}

export function WholeNumberField(
  props: Common & {
    value: number
    least: number
    most: number
    refusal: string
    onChange: (value: number) => void
  },
) {
  const { label, hint, value, least, most, refusal, onChange } = props
  const [text, setText] = useState(String(value))
  const id = useId()
  useEffect(() => setText(String(value)), [value])
  const allowed = isAllowed(text, least, most)
  return (
    <Field label={label} hint={allowed ? hint : refusal} id={id} wrong={!allowed}>
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        step={1}
        value={text}
        aria-invalid={!allowed}
        aria-describedby={hint || !allowed ? `${id}-hint` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          if (isAllowed(event.target.value, least, most)) onChange(Number(event.target.value))
        }}
      />
    </Field>
  )
}

export function CheckField(
  props: Common & { checked: boolean; onChange: (checked: boolean) => void },
) {
  const { label, hint, checked, onChange } = props
  const id = useId()
  return (
    <div className="me-field me-check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="me-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

export function ChoiceField<Value extends string>(
  props: Common & {
    value: Value
    options: readonly { value: Value; label: string }[]
    onChange: (value: Value) => void
  },
) {
  const { label, hint, value, options, onChange } = props
  const id = useId()
  return (
    <Field label={label} hint={hint} id={id}>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as Value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Field(props: Common & { id: string; wrong?: boolean; children: ReactNode }) {
  const { label, hint, id, wrong = false, children } = props
  return (
    <div className="me-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={wrong ? 'me-error' : 'me-hint'}>
          {hint}
        </p>
      )}
    </div>
  )
}

function isAllowed(text: string, least: number, most: number): boolean {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most
}

/** What is being typed, handed over 400 ms after the last key, and at the latest when the field goes. */
function useDraft(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value)
  const latest = useRef({ text, value, onChange })
  latest.current = { text, value, onChange }
  useEffect(() => setText(value), [value])
  useEffect(() => {
    const timer = setTimeout(() => handOver(latest.current, text), 400)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => () => handOver(latest.current, latest.current.text), [])
  return [text, setText] as const
}

type Draft = { text: string; value: string; onChange: (value: string) => void }

function handOver({ value, onChange }: Draft, text: string): void {
  if (text !== value) onChange(text)
}

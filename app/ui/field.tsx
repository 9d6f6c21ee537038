import { useId } from 'react'
import styles from './field.module.css'

type Common = { label: string; hint?: string; name: string; children?: React.ReactNode }

type InputProps = Common &
  Omit<React.InputHTMLAttributes<HTMLInputElement>, 'name' | 'children'>
type AreaProps = Common &
  Omit<React.TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'children'>
type SelectProps = Common &
  Omit<React.SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'children'>

export function TextField({ label, hint, ...input }: InputProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <input id={id} aria-describedby={hint && `${id}-hint`} {...input} />
    </Labelled>
  )
}

export function TextArea({ label, hint, ...area }: AreaProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <textarea id={id} aria-describedby={hint && `${id}-hint`} {...area} />
    </Labelled>
  )
}

export function Select({ label, hint, children, ...select }: SelectProps) {
  const id = useId()
  return (
    <Labelled id={id} label={label} hint={hint}>
      <select id={id} aria-describedby={hint && `${id}-hint`} {...select}>
        {children}
      </select>
    </Labelled>
  )
}

type TickProps = Common & Omit<React.InputHTMLAttributes<HTMLInputElement>, 'name' | 'children'>

/** A box to tick; sends `yes`, or nothing. */
export function Tick({ label, hint, ...input }: TickProps) {
  const id = useId()
  return (
    <div className={styles.tick}>
      <input
        id={id}
        type="checkbox"
        value="yes"
        aria-describedby={hint && `${id}-hint`}
        {...input}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

export type Choice<Value extends string> = {
  value: Value
  label: string
  /** Why it cannot be chosen; absent where it can. */
  unavailable?: string | undefined
}

/** One of several, all of them in sight. */
export function Choices<Value extends string>(props: {
  legend: string
  name: string
  value: Value
  choices: Choice<Value>[]
  onChoose: (value: Value) => void
}) {
  const { legend, name, value, choices, onChoose } = props
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.unavailable !== undefined}
            onChange={() => onChoose(choice.value)}
          />{' '}
          {choice.label}
          {choice.unavailable && <span className="soft"> ({choice.unavailable})</span>}
        </label>
      ))}
    </fieldset>
  )
}

function Labelled(props: {
  id: string
  label: string
  hint: string | undefined
  children: React.ReactNode
}) {
  const { id, label, hint, children } = props
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

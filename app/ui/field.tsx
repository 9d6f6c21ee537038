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

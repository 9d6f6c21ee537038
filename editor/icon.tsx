import { type IconName, icons } from './icons.ts'

/** Decoration beside words, or inside a button that carries a label. */
export function Icon(props: { name: IconName } | { path: string }) {
  return (
    <svg viewBox="0 0 20 20" className="me-icon" aria-hidden="true">
      <path d={'name' in props ? icons[props.name] : props.path} />
    </svg>
  )
}

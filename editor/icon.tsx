import { type IconName, icons } from './icons.ts'

/** Decoration beside words, or inside a button that carries a label. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" className="me-icon" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}

import type { ButtonHTMLAttributes } from 'react'
import { Icon } from '../icon.tsx'
import type { IconName } from '../icons.ts'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { icon: IconName; label: string }

/** A button that shows an icon and says its words; pressing it leaves the caret where it is. */
export function IconButton({ icon, label, ...rest }: Props) {
  return (
    <button
      type="button"
      className="me-icon-button"
      aria-label={label}
      title={label}
      onMouseDown={(event) => event.preventDefault()}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'

type Props = {
  anchor: DOMRect
  label: string
  role?: 'dialog' | 'presentation'
  className?: string
  onClose: () => void
  children: ReactNode
}

/** A small window below a place of the screen, or above it when there is no room. */
export function Popover({
  anchor,
  label,
  role = 'dialog',
  className,
  onClose,
  children,
}: Props) {
  const box = useRef<HTMLDivElement>(null)
  const placed = useRef<DOMRect | null>(null)
  useEffect(() => {
    // A dialog stays where it opened: what is typed in must not move away under the hands.
    if (!box.current || (role === 'dialog' && placed.current === anchor)) return
    placed.current = anchor
    place(box.current, anchor)
  })
  useEffect(() => {
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) onClose()
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [onClose])
  return (
    <div
      ref={box}
      className={`me-popover ${className ?? ''}`}
      role={role}
      {...(role === 'dialog' && { 'aria-label': label })}
    >
      {children}
    </div>
  )
}

function place(box: HTMLElement, anchor: DOMRect): void {
  const { innerWidth, innerHeight } = window
  const margin = 8
  const below = innerHeight - anchor.bottom - margin
  const above = anchor.top - margin
  const up = below < Math.min(box.scrollHeight, 320) && above > below
  const room = Math.max(160, Math.min(up ? above : below, 420))
  box.style.maxHeight = `${room}px`
  const height = Math.min(box.scrollHeight, room)
  box.style.top = `${up ? anchor.top - height - 4 : anchor.bottom + 4}px`
  box.style.left = `${Math.max(margin, Math.min(anchor.left, innerWidth - box.offsetWidth - margin))}px`
}

import { type KeyboardEvent, useCallback, useState } from 'react'

/**
 * One Tab stop for a whole toolbar: arrows, Home and End go from button to button.
 *
 * @see ARIA Authoring Practices, toolbar pattern
 */
export function useRovingFocus(direction: 'horizontal' | 'vertical' = 'horizontal') {
  const [stop, setStop] = useState(0)
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const buttons = [
        ...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]'),
      ].filter((button) => !button.matches(':disabled'))
      const here = buttons.indexOf(event.target as HTMLElement)
      const next = buttons[nextIndex(event.key, here, buttons.length, direction)]
      if (here < 0 || !next) return
      event.preventDefault()
      next.focus()
      setStop(Number(next.dataset.stop))
    },
    [direction],
  )
  const item = (index: number) => ({ 'data-stop': index, tabIndex: index === stop ? 0 : -1 })
  return { onKeyDown, item, setStop }
}

function nextIndex(key: string, here: number, count: number, direction: string): number {
  const [before, after] =
    direction === 'vertical' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
  if (key === before) return (here - 1 + count) % count
  if (key === after) return (here + 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

import type { KeyboardEvent } from 'react'

type Does = { add: () => void; play: () => void }

/** Keys that work wherever the caret is; by their place, since Alt changes what they write. */
export function onShortcut(event: KeyboardEvent, does: Does): void {
  const shortcut = event.altKey && shortcuts[event.code]
  if (!shortcut) return
  event.preventDefault()
  shortcut(does, (event.target as Element).closest('[data-cue]'))
}

const shortcuts: Record<string, (does: Does, row: Element | null) => void> = {
  KeyP: ({ play }) => play(),
  KeyN: ({ add }) => add(),
  KeyI: (_, row) => press(row, 'start'),
  KeyO: (_, row) => press(row, 'end'),
  ArrowUp: (_, row) => focusText(row?.previousElementSibling),
  ArrowDown: (_, row) => focusText(row?.nextElementSibling),
}

function press(row: Element | null, what: 'start' | 'end'): void {
  row?.querySelector<HTMLButtonElement>(`[data-do=${what}]`)?.click()
}

function focusText(row: Element | null | undefined): void {
  row?.querySelector('textarea')?.focus()
}

/** Links to the modules found, in order. */
function results(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('[data-result]')]
}

/** @returns whether there is such a result */
export function focusResult(index: number): boolean {
  const result = results()[index]
  result?.focus()
  return result !== undefined
}

/** Arrows lead from one result to the next, and above the first back to the words. */
export function onResultKey(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const at = results().indexOf(event.target as HTMLAnchorElement)
  if (at < 0) return
  if (event.key === 'Escape' || (step === -1 && at === 0)) {
    document.querySelector<HTMLInputElement>('input[name="q"]')?.focus()
    event.preventDefault()
  } else if (step && focusResult(at + step)) event.preventDefault()
}

/** What this browser keeps under a name; `''` where there is nothing, or where it keeps nothing. */
export function kept(key: string, where: 'localStorage' | 'sessionStorage' = 'localStorage') {
  try {
    return globalThis[where].getItem(key) ?? ''
  } catch {
    return ''
  }
}

/** `false` when the browser keeps nothing, which must not keep anybody from learning. */
export function keep(
  key: string,
  value: string,
  where: 'localStorage' | 'sessionStorage' = 'localStorage',
): boolean {
  try {
    globalThis[where].setItem(key, value)
    return true
  } catch {
    return false
  }
}

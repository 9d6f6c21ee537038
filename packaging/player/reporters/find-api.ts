/**
 * Looks for the run-time of an LMS: in the frames around this one, then in the window that opened
 * it and the frames around that, and so on.
 *
 * @param name `API` in SCORM 1.2, `API_1484_11` in SCORM 2004
 * @see SCORM 1.2 Run-Time Environment §3.3.1, SCORM 2004 4th edition §3.3.1
 */
export function findApi<Api>(name: string, from: Window): Api | null {
  const windows: (Window | null)[] = [from]
  const seen = new Set<Window>()
  while (windows.length > 0) {
    const next = windows.shift()
    if (!next || seen.has(next)) continue
    seen.add(next)
    const found = read<Api>(next, name)
    if (found) return found
    windows.unshift(read(next, 'parent'))
    windows.push(read(next, 'opener'))
  }
  return null
}

/** Another site's frame throws when it is looked into; there may still be an LMS above it. */
function read<Value>(window: Window, name: string): Value | null {
  try {
    return (window as unknown as Record<string, Value | undefined>)[name] ?? null
  } catch {
    return null
  }
}

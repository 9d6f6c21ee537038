import type { First } from './first-launch.ts'

/**
 * Resume data of a given length that begin with what the first launch found: where an LMS cuts them,
 * what comes back is shorter, and still says what it was.
 */
export function writeMark(first: First, length: number): string {
  return `${mark}${JSON.stringify(first)}${end}`.padEnd(length, '.')
}

/** What {@link writeMark} wrote; `null` where too much of it is lost. */
export function readMark(text: string): First | null {
  const at = text.indexOf(end)
  if (!text.startsWith(mark) || at === -1) return null
  try {
    return JSON.parse(text.slice(mark.length, at))
  } catch {
    return null
  }
}

const mark = 'PROBE1'
const end = '|'

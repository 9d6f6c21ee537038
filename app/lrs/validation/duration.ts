import { checkString, refuse } from './shape.ts'

const number = String.raw`\d+(?:[.,]\d+)?`
const parts =
  `P(?!$)(?:(${number})Y)?(?:(${number})M)?(?:(${number})W)?(?:(${number})D)?` +
  `(?:T(?!$)(?:(${number})H)?(?:(${number})M)?(?:(${number})S)?)?`
const duration = new RegExp(`^${parts}$`)
const onlyLastHasFraction = /^[^.,]*(?:[.,]\d+[A-Z])?$/

/** @see ISO 8601; xAPI 1.0.3, Data 4.6 */
export function checkDuration(value: unknown, path: string): asserts value is string {
  checkString(value, path)
  const valid = duration.test(value) && onlyLastHasFraction.test(value)
  if (!valid || mixesWeeks(value)) refuse(path, 'must be an ISO 8601 duration')
}

/**
 * Milliseconds of a duration in weeks, days, hours, minutes and seconds; `null` for other text.
 */
export function durationMs(text: string): number | null {
  const [, years, months, weeks, days, hours, minutes, seconds] = duration.exec(text) ?? []
  // The length of a year or a month is not known: such a time is not counted rather than
  // invented.
  if (!duration.test(text) || years || months) return null
  const inSeconds =
    of(weeks) * 604_800 + of(days) * 86_400 + of(hours) * 3600 + of(minutes) * 60 + of(seconds)
  return Math.round(inSeconds * 1000)
}

function mixesWeeks(text: string): boolean {
  return text.includes('W') && !/^P[\d.,]+W$/.test(text)
}

function of(part: string | undefined): number {
  return part === undefined ? 0 : Number(part.replace(',', '.'))
}

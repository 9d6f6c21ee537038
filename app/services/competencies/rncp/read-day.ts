import { FrameworkFileError } from './framework-file-error.ts'

/**
 * A day of the register, `JJ/MM/AAAA`, as `YYYY-MM-DD`; `null` when the field is empty.
 *
 * @param where the entry and the field, for the refusal
 * @throws FrameworkFileError when it is not a day of the calendar
 */
export function readDay(text: string, where: { code: string; field: string }): string | null {
  if (text === '') return null
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? []
  const written = `${year}-${month}-${day}`
  if (!isDay(written))
    throw new FrameworkFileError('framework.bad-date', { ...where, value: text })
  return written
}

/** The calendar of `Date` turns 31 February into 3 March: what comes back must be what went in. */
function isDay(written: string): boolean {
  const time = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written)
}

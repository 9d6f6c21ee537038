const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

/** The day it is in Paris, `YYYY-MM-DD`: promises run in days, not instants. */
export function dayIn(now: Date): string {
  return paris.format(now)
}

/** The day that comes `days` after, `YYYY-MM-DD`. */
export function dayAfter(now: Date, days: number): string {
  return paris.format(new Date(now.getTime() + days * 86_400_000))
}

/** Days before its end when a guarantee, or a right, starts to ask for attention. */
export const noticeDays = 60

/** Today, and the last day that is near enough to ask for attention. */
export function daysOf(now: Date): { today: string; near: string } {
  return { today: dayIn(now), near: dayAfter(now, noticeDays) }
}

/** A day of the calendar, so many days later; earlier where `days` is negative. */
export function shiftDay(day: string, days: number): string {
  const midnight = new Date(`${day}T00:00:00Z`).getTime()
  return new Date(midnight + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  const shown = Math.min(date, last.getUTCDate())
  return `${last.toISOString().slice(0, 8)}${String(shown).padStart(2, '0')}`
}

/** The last instant of a day in Paris. */
export function endOfDay(day: string): Date {
  const [winter, summer] = ['+01:00', '+02:00'].map(
    (zone) => new Date(`${day}T23:59:59.999${zone}`),
  )
  return dayIn(winter!) === day ? winter! : summer!
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === text
}

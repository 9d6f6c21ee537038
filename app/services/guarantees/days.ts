const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

/** The day it is in Paris, `YYYY-MM-DD`: promises run in days, not instants. */
export function dayIn(now: Date): string {
  return paris.format(now)
}

/** The day that comes `days` after, `YYYY-MM-DD`. */
export function dayAfter(now: Date, days: number): string {
  return paris.format(new Date(now.getTime() + days * 86_400_000))
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`: 2026-02-30 is not. */
export function isDay(text: string): boolean {
  const midnight = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(0, 10) === text
}

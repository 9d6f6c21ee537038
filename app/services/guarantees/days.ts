const paris = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' })

/** The day it is in Paris, `YYYY-MM-DD`: promises run in days, not instants. */
export function dayIn(now: Date): string {
  return paris.format(now)
}

/** The day that comes `days` after, `YYYY-MM-DD`. */
export function dayAfter(now: Date, days: number): string {
  return paris.format(new Date(now.getTime() + days * 86_400_000))
}

/** Why modules tied to a framework should be looked at again. */
export type FrameworkEnd = {
  reason: 'replaced' | 'ended' | 'inactive'
  /** The last day of its registration, `YYYY-MM-DD`. */
  day: string | null
  replacedBy: string[]
}

type Dated = { active: boolean; validUntil: string | null; replacedBy: string[] }

/**
 * Whether a framework is over; `null` when it is not. A newer entry alone does not end one that is
 * still registered: both are awarded for a while.
 *
 * @param today `YYYY-MM-DD`
 */
export function endOf(framework: Dated, today: string): FrameworkEnd | null {
  const { active, validUntil: day, replacedBy } = framework
  const over = day !== null && day < today
  if (active && !over) return null
  if (replacedBy.length > 0) return { reason: 'replaced', day, replacedBy }
  return { reason: over ? 'ended' : 'inactive', day, replacedBy }
}

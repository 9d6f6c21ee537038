import { judgeCombination } from './judge-combination.ts'
import { type Days, judgePart } from './judge-part.ts'
import type { Part, Reason, Use } from './reason.ts'

/** `discouraged`: allowed, and somebody should look. */
export type Verdict = 'allowed' | 'discouraged' | 'refused'

export type Asked = {
  parts: readonly Part[]
  /** Identifier of the licence under which the whole goes out. */
  licence: string
  use: Use
  days: Days
}

/**
 * May these parts go out together, so licensed, for this use? With why not, and what would settle it.
 *
 * Nothing is shared by what stays inside an organisation: the conditions of sharing do not apply.
 */
export function judge({ parts, licence, use, days }: Asked): {
  verdict: Verdict
  reasons: Reason[]
} {
  const reasons = [
    ...parts.flatMap((part) => judgePart(part, use, days)),
    ...(use.reach === 'organisation' ? [] : judgeCombination(parts, licence)),
  ]
  return { verdict: verdictOf(reasons), reasons }
}

function verdictOf(reasons: readonly Reason[]): Verdict {
  if (reasons.some(({ severity }) => severity === 'blocks')) return 'refused'
  return reasons.length > 0 ? 'discouraged' : 'allowed'
}

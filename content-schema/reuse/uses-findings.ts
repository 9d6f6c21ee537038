import type { Finding } from '../finding.ts'
import type { Resolution, Target } from './resolve.ts'

/** A target that may no longer be offered, for a reason; `null` while it is. */
type Offered = Target & { withdrawn: string | null }

/** References that lead nowhere, and those to what is no longer offered. */
export function usesFindings({
  uses,
  faults,
}: Pick<Resolution<Offered>, 'uses' | 'faults'>): Finding[] {
  const withdrawn = uses.flatMap(({ reference, outerId, target }): Finding[] => {
    if (target.withdrawn === null) return []
    // What is pinned stays as it was seen; what follows would follow into nothing.
    const severity = reference.follows ? 'blocks' : 'warns'
    const params = { title: target.title, reason: target.withdrawn }
    return [{ code: 'reuse.withdrawn', severity, nodeId: outerId, params }]
  })
  return [...faults, ...withdrawn]
}

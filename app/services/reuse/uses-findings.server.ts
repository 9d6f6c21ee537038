import type { Finding } from '#content-schema/finding.ts'
import type { ResolvedContent } from './resolved.server.ts'

/** References that lead nowhere, and those to what is no longer offered. */
export function usesFindings({
  uses,
  faults,
}: Pick<ResolvedContent, 'uses' | 'faults'>): Finding[] {
  const withdrawn = uses.flatMap(({ reference, outerId, target }): Finding[] => {
    if (target.withdrawn === null) return []
    // What is pinned stays as it was seen; what follows would follow into nothing.
    const severity = reference.follows ? 'blocks' : 'warns'
    const params = { title: target.title, reason: target.withdrawn }
    return [{ code: 'reuse.withdrawn', severity, nodeId: outerId, params }]
  })
  return [...faults, ...withdrawn]
}

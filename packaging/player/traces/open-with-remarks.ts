import { openTraces as open, type TracesParts } from './open-traces.ts'
import { takeRemarks } from './remarks.ts'
import type { Traces } from './traces.ts'

/** As `open-traces.ts`, of a package whose learners may also say what they think of it. */
export function openTraces(parts: TracesParts): Traces | null {
  const traces = open(parts)
  if (traces) takeRemarks(parts, traces)
  return traces
}

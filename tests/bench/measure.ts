/** A figure of ours, beside the limit that was measured in the same run or that was set. */
export type Measure = {
  name: string
  unit: string
  ours: number
  /** `null` for a figure that is only there to understand the others. */
  limit: number | null
  /** `ours / limit`; `null` where there is no limit, or nothing is allowed. */
  ratio: number | null
  /** What the ratio must be; `null` when nothing was promised. */
  bound: { sense: 'at least' | 'at most'; ratio: number } | null
  verdict: 'held' | 'missed' | 'context' | 'not measured'
  /** Why it was not measured, or what the limit is. */
  note: string
}

export type Figures = { name: string; unit: string; ours: number; limit: number; note?: string }

/** Held when `ours` is at most `ratio` times the limit. */
export function atMost(ratio: number, figures: Figures): Measure {
  return bounded('at most', ratio, figures)
}

/** Held when `ours` is at least `ratio` times the limit. */
export function atLeast(ratio: number, figures: Figures): Measure {
  return bounded('at least', ratio, figures)
}

/** Held when there are none: the note names what was found. */
export function none(name: string, unit: string, found: readonly string[]): Measure {
  const verdict = found.length === 0 ? 'held' : 'missed'
  const bare = { name, unit, ours: found.length, limit: 0, ratio: null, bound: null }
  return { ...bare, verdict, note: found.join(', ') }
}

/** A figure without a promise. */
export function context(name: string, unit: string, ours: number, note = ''): Measure {
  return { name, unit, ours, limit: null, ratio: null, bound: null, verdict: 'context', note }
}

/** A figure beside a limit about which nothing was promised. */
export function beside({ note = '', ...figures }: Figures): Measure {
  const ratio = figures.ours / figures.limit
  return { ...figures, ratio, bound: null, verdict: 'context', note }
}

/** What could not be measured on this machine, and why. It fails nothing. */
export function notMeasured(name: string, note: string): Measure {
  return { ...context(name, '', Number.NaN, note), verdict: 'not measured' }
}

/** A measure that broke down on its way: whatever it should have held is not shown to hold. */
export function brokeDown(name: string, error: unknown): Measure {
  return { ...context(name, '', Number.NaN, `broke down: ${error}`), verdict: 'missed' }
}

function bounded(
  sense: 'at least' | 'at most',
  bound: number,
  { note = '', ...figures }: Figures,
): Measure {
  const ratio = figures.ours / figures.limit
  const held = sense === 'at least' ? ratio >= bound : ratio <= bound
  return {
    ...figures,
    ratio,
    bound: { sense, ratio: bound },
    verdict: held ? 'held' : 'missed',
    note,
  }
}

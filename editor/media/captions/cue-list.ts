import { type Cue, inOrder } from '#content-schema/captions/cues.ts'

/** A cue on the screen; its key is its own while it is edited. */
export type Row = Cue & { key: number }

/** How long a new caption stays, in milliseconds. */
const usualLength = 2500

let lastKey = 0

export function rowsOf(cues: readonly Cue[]): Row[] {
  return cues.map((cue) => ({ ...cue, key: ++lastKey }))
}

export function cuesOf(rows: readonly Row[]): Cue[] {
  return rows.map(({ start, end, text }) => ({ start, end, text }))
}

/** A new caption at this time, in its place among the others; it ends when the next one begins. */
export function withNew(rows: readonly Row[], at: number): { rows: Row[]; added: Row } {
  const start = Math.round(at)
  const next = inOrder(rows).find((row) => row.start > start)
  const end = Math.min(start + usualLength, next?.start ?? Number.POSITIVE_INFINITY)
  const added: Row = { start, end, text: '', key: ++lastKey }
  return { rows: placed(rows, added), added }
}

export function withChange(rows: readonly Row[], key: number, change: Partial<Cue>): Row[] {
  return rows.map((row) => (row.key === key ? { ...row, ...change } : row))
}

export function without(rows: readonly Row[], key: number): Row[] {
  return rows.filter((row) => row.key !== key)
}

/** One caption out and two in at its place. */
export function withSplit(
  rows: readonly Row[],
  key: number,
  split: (cue: Cue) => readonly Cue[],
): Row[] {
  return rows.flatMap((row) => (row.key === key ? rowsOf(split(row)) : [row]))
}

/** The caption on screen at this time. */
export function shownAt(rows: readonly Row[], time: number): Row | null {
  return rows.find(({ start, end }) => start <= time && time < end) ?? null
}

function placed(rows: readonly Row[], added: Row): Row[] {
  const before = rows.filter((row) => row.start <= added.start)
  return [...before, added, ...rows.filter((row) => row.start > added.start)]
}

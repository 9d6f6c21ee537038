/** A competency with as much around it as tells two of the same words apart. */
export type Candidate = { id: string; label: string; blockLabel: string }

export type Match = {
  id: string
  /** The competency of the newer version that seems to take its place; `null` when none is near enough. */
  successorId: string | null
  /** How near the labels are, 0 to 1; 1: the same words. */
  likeness: number
}

/** Below this the words have too little in common to be proposed to anybody. */
const near = 0.5
/** How much the likeness of the blocks adds: it only decides between equals. */
const blockShare = 0.1

/**
 * Proposes for each competency of an older version the one of the newer that takes its place, by
 * their labels: codes move from one version to the next. Each is proposed once, the nearest
 * pair first; a person decides.
 */
export function matchCompetencies(
  older: readonly Candidate[],
  newer: readonly Candidate[],
): Match[] {
  const pairs = older
    .flatMap((old) => newer.map((each) => ({ old, each, ...likenessOf(old, each) })))
    .filter(({ likeness }) => likeness >= near)
    .sort((a, b) => b.weight - a.weight)
  const taken = new Set<string>()
  const found = new Map<string, Match>()
  for (const { old, each, likeness } of pairs) {
    if (found.has(old.id) || taken.has(each.id)) continue
    taken.add(each.id)
    found.set(old.id, { id: old.id, successorId: each.id, likeness })
  }
  return older.map(({ id }) => found.get(id) ?? { id, successorId: null, likeness: 0 })
}

function likenessOf(a: Candidate, b: Candidate): { likeness: number; weight: number } {
  const likeness = likenessOfTexts(a.label, b.label)
  const weight = likeness + blockShare * likenessOfTexts(a.blockLabel, b.blockLabel)
  return { likeness, weight }
}

/** Dice's coefficient over pairs of letters of the words: endings and small words count little. */
export function likenessOfTexts(a: string, b: string): number {
  const [first, second] = [pairsOf(a), pairsOf(b)]
  const all = first.size + second.size
  if (all === 0) return a === b ? 1 : 0
  let shared = 0
  for (const pair of first) if (second.has(pair)) shared += 1
  return (2 * shared) / all
}

const known = new Map<string, Set<string>>()
const mostKnown = 5000

function pairsOf(text: string): Set<string> {
  const before = known.get(text)
  if (before) return before
  const pairs = new Set(wordsOf(text).flatMap(lettersOf))
  if (known.size >= mostKnown) known.clear()
  known.set(text, pairs)
  return pairs
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
}

function lettersOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
}

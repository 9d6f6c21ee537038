/** A competency while it is edited; `key` tells lines apart, also those that are new. */
export type EditedCriterion = { key: string; id: string | null; code: string; label: string }
export type EditedCompetency = EditedCriterion & { criteria: EditedCriterion[] }

type Stored = { id: string; code?: string; label: string }

export function editedFrom(
  competencies: readonly (Stored & { criteria: readonly Stored[] })[],
): EditedCompetency[] {
  return competencies.map((each) => ({
    ...lineOf(each),
    criteria: each.criteria.map(lineOf),
  }))
}

function lineOf({ id, code = '', label }: Stored): EditedCriterion {
  return { key: id, id, code, label }
}

let made = 0

/** A line that is not stored yet. */
export function newLine(label = ''): EditedCompetency {
  made += 1
  return { key: `new-${made}`, id: null, code: '', label, criteria: [] }
}

/** Each line of a text as a competency, its bullet taken off: something to start from. */
export function fromLines(source: string): EditedCompetency[] {
  return source
    .split(/[ \u00a0]{4,}|[ \u00a0]*[\r\n]\s*/)
    .map((line) =>
      line
        .replace(/^\s*(?:[*•·–-]|o(?=\s))\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .map((label) => newLine(label))
}

/** The list with the one at `from` moved to `to`; as it is where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list]
  if (to < 0 || to >= copy.length) return copy
  const [taken] = copy.splice(from, 1)
  if (taken !== undefined) copy.splice(to, 0, taken)
  return copy
}

/** What is sent: lines left empty are no competencies. */
export function sent(list: readonly EditedCompetency[]): string {
  const plain = ({ id, code, label }: EditedCriterion) => ({ id, code, label: label.trim() })
  return JSON.stringify(
    list
      .filter(({ label }) => label.trim())
      .map((each) => ({
        ...plain(each),
        criteria: each.criteria.filter(({ label }) => label.trim()).map(plain),
      })),
  )
}

/**
 * The tables of rollups: by what a row is found after its edition, and what it sums.
 *
 * @see app/db/schema/statements/rollups.ts
 */
export const cellTables = {
  edition_days: { keys: ['day'], sums: ['attempts', 'completed', 'passed', 'failed'] },
  package_days: { keys: ['packageId', 'day'], sums: ['attempts'] },
  edition_learners: { keys: ['actor'], sums: ['attempts'] },
  section_reach: { keys: ['sectionId'], sums: ['reached', 'stopped'] },
  active_times: { keys: ['sectionId', 'bucket'], sums: ['attempts'] },
  question_marks: {
    keys: ['questionId', 'keyDigest'],
    sums: [
      'answers',
      'succeeded',
      'tries',
      'mark',
      'markSquared',
      'rest',
      'restSquared',
      'markTimesRest',
    ],
  },
  part_ratings: {
    keys: ['nodeId', 'actor', 'at', 'statementId', 'rating'],
    sums: ['ratings'],
  },
  question_responses: { keys: ['questionId', 'keyDigest', 'response'], sums: ['answers'] },
} as const

export type CellTable = keyof typeof cellTables

/** What an attempt adds to one row of one table. */
export type Cell = { table: CellTable; key: (string | number)[]; sums: number[] }

/** What must be added to go from one list to another: rows that do not change are left out. */
export function difference(before: readonly Cell[], after: readonly Cell[]): Cell[] {
  const cells = new Map(before.map((cell) => [nameOf(cell), negative(cell)]))
  for (const cell of after) {
    const name = nameOf(cell)
    const old = cells.get(name)
    cells.set(
      name,
      old ? { ...cell, sums: cell.sums.map((sum, i) => sum + old.sums[i]!) } : cell,
    )
  }
  return [...cells.values()].filter(({ sums }) => sums.some((sum) => sum !== 0))
}

function nameOf({ table, key }: Cell): string {
  return JSON.stringify([table, key])
}

function negative(cell: Cell): Cell {
  return { ...cell, sums: cell.sums.map((sum) => -sum) }
}

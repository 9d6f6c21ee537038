import { rmSync } from 'node:fs'
import { openStatements, type StatementsDb } from '#app/db/client.server.ts'
import { cellTables } from './cells.ts'
import { recompute } from './recompute.server.ts'

/** A row of a rollup that is not what the statements say. */
export type Difference = {
  table: string
  /** Whether it should not be there, or is not there as it should. */
  how: 'too much' | 'missing'
  row: Record<string, unknown>
}

/** What is compared of each table. */
const compared: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    Object.entries(cellTables).map(([table, { keys, sums }]) => [
      table,
      ['editionId', ...keys, ...sums],
    ]),
  ),
  attempts: ['editionId', 'registration', 'lastAt'],
  learner_remarks: ['editionId', 'at', 'statementId', 'nodeId', 'text'],
}

/**
 * Compares what is kept with what the statements say, on a copy of one instant: whoever writes is held
 * up by nothing. Needs as much room at `scratch` as the statements take.
 *
 * @returns the first row that differs, `null` when all are equal
 */
export function verifyRollups(
  { $client }: StatementsDb,
  { iriBase, scratch }: { iriBase: string; scratch: string },
): Difference | null {
  $client.prepare('vacuum into ?').run(scratch)
  const copy = openStatements(scratch)
  try {
    for (const table of Object.keys(compared))
      copy.$client.exec(`create table kept_${table} as select * from ${table}`)
    recompute(copy, { iriBase })
    return firstDifference(copy)
  } finally {
    copy.$client.close()
    for (const end of ['', '-wal', '-shm']) rmSync(`${scratch}${end}`, { force: true })
  }
}

function firstDifference({ $client }: StatementsDb): Difference | null {
  for (const [table, names] of Object.entries(compared)) {
    const columns = names.join(', ')
    const without = (one: string, other: string) =>
      $client
        .prepare(`select ${columns} from ${one} except select ${columns} from ${other} limit 1`)
        .get() as Difference['row'] | undefined
    const extra = without(`kept_${table}`, table)
    if (extra) return { table, how: 'too much', row: extra }
    const missing = without(table, `kept_${table}`)
    if (missing) return { table, how: 'missing', row: missing }
  }
  return null
}

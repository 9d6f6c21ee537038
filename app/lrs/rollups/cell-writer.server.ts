import type { StatementsDb } from '#app/db/client.server.ts'
import { type Cell, type CellTable, cellTables } from './cells.ts'

/** Adds cells to the rollups of an edition; a row whose sums come back to zero goes. */
export type CellWriter = (editionId: number, cells: readonly Cell[]) => void

export function cellWriter(statements: StatementsDb): CellWriter {
  const names = Object.keys(cellTables) as CellTable[]
  const writers = new Map(names.map((table) => [table, tableWriter(statements, table)]))
  return (editionId, cells) => {
    for (const { table, key, sums } of cells) {
      const { add, removeEmpty } = writers.get(table)!
      add.run(editionId, ...key, ...sums)
      if (sums.some((sum) => sum < 0)) removeEmpty.run(editionId, ...key)
    }
  }
}

function tableWriter({ $client }: StatementsDb, table: CellTable) {
  const { keys, sums }: { keys: readonly string[]; sums: readonly string[] } = cellTables[table]
  const columns = ['editionId', ...keys, ...sums]
  const sumsAdded = sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`)
  const add = $client.prepare(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
     on conflict do update set ${sumsAdded.join(', ')}`,
  )
  const found = ['editionId', ...keys].map((key) => `${key} = ?`)
  const empty = sums.map((sum) => `${sum} = 0`)
  const removeEmpty = $client.prepare(
    `delete from ${table} where ${[...found, ...empty].join(' and ')}`,
  )
  return { add, removeEmpty }
}

import type { StatementsDb } from '#app/db/client.server.ts'
import { recompute } from '#app/lrs/index.server.ts'
import { cellTables } from '#app/lrs/rollups/cells.ts'
import { iriBase } from './endpoint.ts'

/** Each row of each rollup, editions by name, in one order: equal dumps are equal rollups. */
export function dumpRollups({ $client }: StatementsDb): Record<string, unknown[]> {
  const tables = Object.entries(cellTables).map(([table, { keys, sums }]) => {
    const columns = [...keys, ...sums].map((column) => `cell.${column}`)
    const rows = $client
      .prepare(
        `select organisationId, moduleId, major, minor, digest, ${columns.join(', ')}
         from ${table} cell join editions on editions.id = editionId`,
      )
      .raw()
      .all()
    return [table, rows.map((row) => JSON.stringify(row)).sort()]
  })
  const remarks = $client
    .prepare(
      `select organisationId, moduleId, major, minor, digest, at, statementId, nodeId, text
       from learner_remarks join editions on editions.id = editionId order by at, statementId`,
    )
    .raw()
    .all()
  const attempts = $client.prepare('select count(*) from attempts').raw().all()
  return { ...Object.fromEntries(tables), remarks, attempts }
}

/** What a computation from the statements alone gives. */
export function recomputedRollups(statements: StatementsDb): Record<string, unknown[]> {
  recompute(statements, { iriBase })
  return dumpRollups(statements)
}

import type { StatementsDb } from '#app/db/client.server.ts'
import { read } from '../statements/statement-rows.server.ts'
import { attemptRows } from './attempt-rows.server.ts'
import { type CellWriter, cellWriter } from './cell-writer.server.ts'
import { type CellTable, cellTables } from './cells.ts'
import { contributions } from './contributions.ts'
import { editionIds } from './edition-ids.server.ts'
import { foldEvent } from './facts.ts'
import { readEvent } from './read-event.ts'
import { remarkRows } from './remark-rows.server.ts'

const pageSize = 1000

/**
 * Builds the rollups again from the statements alone, in one transaction: after a change of
 * what is counted, or to check that what was kept is what would be found.
 */
export function recompute(statements: StatementsDb, { iriBase }: { iriBase: string }): void {
  statements.$client
    .transaction(() => {
      clear(statements)
      foldStatements(statements, iriBase)
      addAttempts(statements, cellWriter(statements))
    })
    .immediate()
}

function clear({ $client }: StatementsDb): void {
  for (const table of Object.keys(cellTables) as CellTable[])
    $client.exec(`delete from ${table}`)
  $client.exec('delete from attempts')
  $client.exec('delete from learner_remarks')
}

function foldStatements(statements: StatementsDb, iriBase: string): void {
  const rows = attemptRows(statements)
  const editions = editionIds(statements)
  const remarks = remarkRows(statements)
  type Row = { seq: number; organisationId: string; payload: string }
  const page = statements.$client.prepare<[number], Row>(
    `select seq, organisationId, payload from statements
     where seq > ? and voided = 0 order by seq limit ${pageSize}`,
  )
  for (const { organisationId, payload } of paged(
    (last) => page.all(last),
    ({ seq }) => seq,
  )) {
    const event = readEvent(read({ payload }), iriBase)
    if (!event) continue
    const { registration } = event.attempt
    const editionId = editions.of(organisationId, event.attempt)
    rows.write(editionId, registration, foldEvent(rows.read(editionId, registration), event))
    remarks.add(editionId, event)
  }
}

function addAttempts(statements: StatementsDb, addCells: CellWriter): void {
  type Row = { id: number; editionId: number; facts: string }
  const page = statements.$client.prepare<[number], Row>(
    `select id, editionId, facts from attempts where id > ? order by id limit ${pageSize}`,
  )
  for (const { editionId, facts } of paged(
    (last) => page.all(last),
    ({ id }) => id,
  )) {
    addCells(editionId, contributions(JSON.parse(facts)))
  }
}

/** Row after row, a page at a time: the connection must be free to write in between. */
function* paged<Row>(
  after: (last: number) => Row[],
  keyOf: (row: Row) => number,
): Generator<Row> {
  let last = 0
  for (;;) {
    const rows = after(last)
    yield* rows
    if (rows.length < pageSize) return
    last = keyOf(rows.at(-1)!)
  }
}

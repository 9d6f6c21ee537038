import type { StatementsDb } from '#app/db/client.server.ts'
import { allMentions } from './mention-statement.server.ts'
import { forgetIn } from './remembered.server.ts'
import { read, type StatementRow, statementRows } from './statement-rows.server.ts'

/**
 * Takes statements out with all that they are found by; called inside the transaction. A term that no
 * statement mentions any more goes with them: it may name a person.
 */
export function takeOut(
  statements: StatementsDb,
  organisationId: string,
  found: readonly StatementRow[],
): void {
  const { $client } = statements
  const rows = statementRows(statements)
  const term = $client
    .prepare<[string, string, string], number>(
      'select id from terms where organisationId = ? and kind = ? and value = ?',
    )
    .pluck()
  // Before any of them goes: what a statement about another is found by, is read from that one.
  const taken = found.map((row) => {
    const mentions = allMentions(rows, organisationId, {
      stored: read(row),
      targetId: row.targetId,
    })
    const ids = mentions.map(({ kind, value }) => term.get(organisationId, kind, value) ?? 0)
    return { seq: row.seq, termIds: [...new Set(ids)] }
  })
  const mention = $client.prepare<[number, number]>(
    'delete from mentions where termId = ? and seq = ?',
  )
  const statement = $client.prepare<[number]>('delete from statements where seq = ?')
  for (const { seq, termIds } of taken) {
    for (const termId of termIds) mention.run(termId, seq)
    statement.run(seq)
  }
  const unused = $client.prepare<[number]>(
    `delete from terms where id = ?
     and not exists (select 1 from mentions where termId = terms.id)`,
  )
  for (const termId of new Set(taken.flatMap(({ termIds }) => termIds))) unused.run(termId)
  forgetIn($client)
}

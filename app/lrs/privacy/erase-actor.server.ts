import type { StatementsDb } from '#app/db/client.server.ts'
import { openRollups } from '../rollups/rollups.server.ts'
import { read, type StatementRow } from '../statements/statement-rows.server.ts'
import { takeOut } from '../statements/take-out.server.ts'
import type { StoredStatement } from '../statements/xapi-statement.ts'
import { type ActorKey, documentsOf, statementsOf } from './data-of-actor.server.ts'

/** How many of each were erased. */
export type Erased = { statements: number; documents: number; files: number }

/**
 * Takes out all that names somebody, in one transaction: statements and those about them, documents,
 * files that no other statement names, and their part in each figure, which then equals what a
 * recomputation finds.
 */
export function eraseActor(
  statements: StatementsDb,
  { iriBase }: { iriBase: string },
  key: ActorKey,
): Erased {
  const { $client } = statements
  const document = $client.prepare<[number]>('delete from documents where id = ?')
  return $client
    .transaction(() => {
      const found = statementsOf(statements, key)
      const told = found.map(read)
      takeOut(statements, key.organisationId, found)
      const rollups = openRollups(statements, iriBase)
      for (const each of told) rollups.refold(key.organisationId, each)
      const documents = documentsOf(statements, key)
      for (const { id } of documents) document.run(id)
      return {
        ...{ statements: found.length, documents: documents.length },
        files: eraseFiles(statements, key.organisationId, told),
      }
    })
    .immediate()
}

/** Their files, but for those that another statement came with. */
function eraseFiles(
  { $client }: StatementsDb,
  organisationId: string,
  told: readonly StoredStatement[],
): number {
  const named = new Set(told.flatMap(filesIn))
  if (named.size === 0) return 0
  const erase = $client.prepare<[string, string]>(
    'delete from attachments where organisationId = ? and sha2 = ?',
  )
  const left = $client.prepare<[string, string], Pick<StatementRow, 'payload'>>(
    `select payload from statements
     where organisationId = ? and instr(lower(payload), ?) > 0`,
  )
  const alone = [...named].filter(
    (sha2) => !left.all(organisationId, sha2).some((row) => filesIn(read(row)).includes(sha2)),
  )
  return alone.reduce((sum, sha2) => sum + erase.run(organisationId, sha2).changes, 0)
}

function filesIn({ attachments = [], object }: StoredStatement): string[] {
  const inside = object.objectType === 'SubStatement' ? (object.attachments ?? []) : []
  return [...attachments, ...inside].map(({ sha2 }) => sha2.toLowerCase())
}

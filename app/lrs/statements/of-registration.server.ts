import type { StatementsDb } from '#app/db/client.server.ts'
import { mentionPlaces } from '#app/db/schema/statements/index.ts'
import { type StatementRow, statementColumns } from './statement-rows.server.ts'
import { takeOut } from './take-out.server.ts'
import type { StoredStatement } from './xapi-statement.ts'

type Key = { organisationId: string; registration: string }

/** The statements of a registration that still stand, in the order they were stored. */
export function readRegistration(
  { $client }: Pick<StatementsDb, '$client'>,
  { organisationId, registration }: Key,
): StoredStatement[] {
  return $client
    .prepare<[string, string], string>(
      `select payload ${ofRegistration} and voided = 0 order by seq`,
    )
    .pluck()
    .all(organisationId, registration)
    .map((payload) => JSON.parse(payload))
}

const ofRegistration = `from terms
  join mentions on termId = terms.id and place = ${mentionPlaces.direct}
  join statements using (seq)
  where terms.organisationId = ? and kind = 'registration' and value = ?`

/**
 * Takes out all that a registration told, which no figure counts: what is left is neither found nor
 * read by anybody.
 *
 * @returns how many statements there were
 */
export function eraseRegistration(statements: StatementsDb, key: Key): number {
  const { $client } = statements
  const find = $client.prepare<[string, string], StatementRow>(
    `select ${statementColumns} ${ofRegistration}`,
  )
  return $client
    .transaction(() => {
      const found = find.all(key.organisationId, key.registration)
      takeOut(statements, key.organisationId, found)
      return found.length
    })
    .immediate()
}

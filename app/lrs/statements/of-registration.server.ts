import type { StatementsDb } from '#app/db/client.server.ts'
import { mentionPlaces } from '#app/db/schema/statements/index.ts'
import { mentionsOf } from './mentions.ts'
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
export function eraseRegistration({ $client }: StatementsDb, key: Key): number {
  const find = $client.prepare<[string, string], { seq: number; payload: string }>(
    `select seq, payload ${ofRegistration}`,
  )
  const mention = $client.prepare<[number, string, string, string]>(
    `delete from mentions where seq = ? and termId in
     (select id from terms where organisationId = ? and kind = ? and value = ?)`,
  )
  const statement = $client.prepare<[number]>('delete from statements where seq = ?')
  return $client
    .transaction(() => {
      const found = find.all(key.organisationId, key.registration)
      for (const { seq, payload } of found) {
        for (const { kind, value } of mentionsOf(JSON.parse(payload)))
          mention.run(seq, key.organisationId, kind, value)
        statement.run(seq)
      }
      return found.length
    })
    .immediate()
}

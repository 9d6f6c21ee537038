import type { StatementsDb } from '#app/db/client.server.ts'
import type { Facts } from './facts.ts'

/** Reads and writes the facts of attempts; writing `null` removes an attempt. */
export type AttemptRows = {
  read: (editionId: number, registration: string) => Facts | null
  write: (editionId: number, registration: string, facts: Facts | null) => void
}

/** What attempts that were folded earlier had not yet. */
const emptyLists = { ratings: [], packages: [] } satisfies Partial<Facts>

export function attemptRows({ $client }: StatementsDb): AttemptRows {
  const find = $client
    .prepare<[number, string], string>(
      'select facts from attempts where editionId = ? and registration = ?',
    )
    .pluck()
  const write = $client.prepare<[number, string, number, string]>(
    `insert into attempts (editionId, registration, lastAt, facts) values (?, ?, ?, ?)
     on conflict (editionId, registration)
     do update set lastAt = excluded.lastAt, facts = excluded.facts`,
  )
  const remove = $client.prepare<[number, string]>(
    'delete from attempts where editionId = ? and registration = ?',
  )
  return {
    read: (editionId, registration) => {
      const facts = find.get(editionId, registration)
      return facts === undefined ? null : { ...emptyLists, ...JSON.parse(facts) }
    },
    write: (editionId, registration, facts) => {
      if (!facts) remove.run(editionId, registration)
      else write.run(editionId, registration, facts.lastAt, JSON.stringify(facts))
    },
  }
}

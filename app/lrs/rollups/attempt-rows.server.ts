import type { StatementsDb } from '#app/db/client.server.ts'
import type { Facts } from './facts.ts'
import type { AttemptName } from './read-event.ts'

/** Reads and writes editions and the facts of attempts at them. */
export type AttemptRows = {
  editionOf: (organisationId: string, attempt: AttemptName) => number
  read: (editionId: number, registration: string) => Facts | null
  write: (editionId: number, registration: string, facts: Facts | null) => void
  /** Ids given in a transaction that was undone do not stand. */
  forget: () => void
}

export function attemptRows({ $client }: StatementsDb): AttemptRows {
  const insertEdition = $client.prepare<[string, string, number, number, string]>(
    `insert into editions (organisationId, moduleId, major, minor, digest)
     values (?, ?, ?, ?, ?) on conflict do nothing`,
  )
  const findEdition = $client
    .prepare<[string, string, number, number, string], number>(
      `select id from editions
       where organisationId = ? and moduleId = ? and major = ? and minor = ? and digest = ?`,
    )
    .pluck()
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
  const editions = new Map<string, number>()

  function editionOf(organisationId: string, attempt: AttemptName): number {
    const { moduleId, major, minor, digest } = attempt
    const name = [organisationId, moduleId, major, minor, digest] as const
    const key = name.join(' ')
    const known = editions.get(key)
    if (known !== undefined) return known
    const id = findEdition.get(...name) ?? Number(insertEdition.run(...name).lastInsertRowid)
    if (editions.size >= 10_000) editions.clear()
    editions.set(key, id)
    return id
  }

  return {
    editionOf,
    forget: () => editions.clear(),
    read: (editionId, registration) => {
      const facts = find.get(editionId, registration)
      return facts === undefined ? null : JSON.parse(facts)
    },
    write: (editionId, registration, facts) => {
      if (!facts) remove.run(editionId, registration)
      else write.run(editionId, registration, facts.lastAt, JSON.stringify(facts))
    },
  }
}

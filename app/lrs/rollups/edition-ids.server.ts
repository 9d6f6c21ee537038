import type { StatementsDb } from '#app/db/client.server.ts'
import type { AttemptName } from './read-event.ts'

/** Finds the row of an edition as an organisation's statements name it, adding it when new. */
export type EditionIds = {
  of: (organisationId: string, attempt: AttemptName) => number
  /** Ids given in a transaction that was undone do not stand. */
  forget: () => void
}

type Name = [
  organisationId: string,
  moduleId: string,
  major: number,
  minor: number,
  digest: string,
]

export function editionIds({ $client }: StatementsDb): EditionIds {
  const insert = $client.prepare<Name>(
    `insert into editions (organisationId, moduleId, major, minor, digest)
     values (?, ?, ?, ?, ?)`,
  )
  const find = $client
    .prepare<Name, number>(
      `select id from editions
       where organisationId = ? and moduleId = ? and major = ? and minor = ? and digest = ?`,
    )
    .pluck()
  const known = new Map<string, number>()
  return {
    forget: () => known.clear(),
    of: (organisationId, { moduleId, major, minor, digest }) => {
      const name: Name = [organisationId, moduleId, major, minor, digest]
      const key = JSON.stringify(name)
      const id =
        known.get(key) ?? find.get(...name) ?? Number(insert.run(...name).lastInsertRowid)
      if (known.size >= 10_000) known.clear()
      known.set(key, id)
      return id
    },
  }
}

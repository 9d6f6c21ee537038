import { eq } from 'drizzle-orm'
import { people } from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'

/** The name of a person by their id; of somebody who is gone, an empty one. */
export type NameOf = (personId: string) => string

/** Names as they are asked for. */
export function namesIn(db: Reader): NameOf {
  const known = new Map<string, string>()
  return (personId) => {
    const name =
      known.get(personId) ??
      db.select({ name: people.name }).from(people).where(eq(people.id, personId)).get()?.name
    known.set(personId, name ?? '')
    return name ?? ''
  }
}

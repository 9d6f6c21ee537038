import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { instanceValues } from '#app/db/schema/bank/index.ts'

const name = 'ownOrganisation'

/** The organisation that an installation is there for, where several share it; `null`: nobody said. */
export function readOwnOrganisation(db: Pick<Bank, 'select'>): string | null {
  const kept = db.select().from(instanceValues).where(eq(instanceValues.name, name)).get()
  return kept?.value ?? null
}

export function keepOwnOrganisation(bank: Pick<Bank, 'insert'>, value: string): void {
  bank
    .insert(instanceValues)
    .values({ name, value })
    .onConflictDoUpdate({ target: instanceValues.name, set: { value } })
    .run()
}

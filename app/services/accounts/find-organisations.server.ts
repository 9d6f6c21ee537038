import type { Bank } from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'

/** Every organisation of the installation, in the order they were created. */
export function findOrganisations(db: Pick<Bank, 'select'>): { id: string; name: string }[] {
  return db.select().from(organisations).all()
}

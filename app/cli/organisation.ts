import type { Bank } from '#app/db/client.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { Refused } from './verb.ts'

/** The organisation that the command line works for: the first one, as long as there is one each. */
export function firstOrganisation(bank: Bank): string {
  const [organisation] = findOrganisations(bank)
  if (!organisation) throw new Refused('The bank is empty: run "seed" first.')
  return organisation.id
}

import type { Bank } from '#app/db/client.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { readOwnOrganisation } from '#app/services/accounts/own-organisation.server.ts'
import { Refused } from './verb.ts'

/**
 * Which organisation a verb works for, by its name; may be left out while there is only one, or where
 * the installation is there for one of them.
 */
export const organisationOption = { organisation: { type: 'string' } } as const

/** @throws Refused when there is none, none of this name, or several and none was named */
export function chosenOrganisation(bank: Bank, name: string | boolean | undefined): string {
  const all = findOrganisations(bank)
  if (all.length === 0)
    throw new Refused('The bank is empty: run "seed" or "add-person" first.')
  const own = name === undefined && readOwnOrganisation(bank)
  const named = all.filter((each) => {
    if (own) return each.id === own
    return name === undefined || each.name === name
  })
  if (named.length === 1 && named[0]) return named[0].id
  const names = all.map((each) => `"${each.name}"`).join(', ')
  throw new Refused(`Say which organisation with --organisation: ${names}.`)
}

import { and, count, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { savedSearches } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { newId } from '#content-schema/identity.ts'
import { readBankQuery, writeBankQuery } from './bank-query.ts'

/** More than a person could choose from. */
const most = 50

export type SavedSearch = { id: string; name: string; query: string }
/** Whose searches: a person has others in another organisation. */
export type SearchesKey = { personId: string; organisationId: string }

/** The searches that a person gave a name, in the order of their names. */
export function listSavedSearches(db: Pick<Bank, 'select'>, key: SearchesKey): SavedSearch[] {
  const { id, name, query } = savedSearches
  return db
    .select({ id, name, query })
    .from(savedSearches)
    .where(isTheirs(key))
    .orderBy(name)
    .all()
}

export type SearchToSave = SearchesKey & { name: string; query: string; now: Date }

/**
 * Keeps a search under a name, in place of the one that had it.
 *
 * @param search its `query` as it stands in an address
 * @throws UserError `search.too-many` (409)
 */
export function saveSearch(bank: Bank, search: SearchToSave): void {
  const { personId, organisationId, name, now } = search
  const { page: _, ...asked } = readBankQuery(new URLSearchParams(search.query))
  const query = writeBankQuery(asked)
  bank.transaction((tx) => {
    tx.delete(savedSearches)
      .where(and(isTheirs(search), eq(savedSearches.name, name)))
      .run()
    const { n } = tx.select({ n: count() }).from(savedSearches).where(isTheirs(search)).get()!
    if (n >= most) throw new UserError('search.too-many', { most }, 409)
    const saved = { id: newId(), organisationId, personId, name, query, savedAt: now.getTime() }
    tx.insert(savedSearches).values(saved).run()
  })
}

/** @throws UserError `search.not-found` (404), also for another person's */
export function removeSavedSearch(
  bank: Pick<Bank, 'delete'>,
  { searchId, ...key }: SearchesKey & { searchId: string },
): void {
  const { changes } = bank
    .delete(savedSearches)
    .where(and(isTheirs(key), eq(savedSearches.id, searchId)))
    .run()
  if (changes === 0) throw new UserError('search.not-found', {}, 404)
}

function isTheirs({ personId, organisationId }: SearchesKey) {
  return and(
    eq(savedSearches.personId, personId),
    eq(savedSearches.organisationId, organisationId),
  )
}

import type { Bank } from '#app/db/client.server.ts'
import {
  type Audience,
  mayReach,
  type Networks,
  readScope,
  sharedPrefix,
  writeScope,
} from '#app/services/sharing/audience.ts'
import { networksOf } from '#app/services/sharing/read-sharing.server.ts'

/**
 * The one rule of who finds what: the scopes that a member's searches look in. Those of their own
 * organisation are found by their draft, those that others share by their latest edition. A record
 * has one scope, so that counts of scopes add up.
 */
export function visibleModules(
  bank: Bank,
  { organisationId }: { organisationId: string },
): string[] {
  const offered = sharedScopes(bank).flatMap((scope) => {
    const read = readScope(scope)
    return read && read.ownerId !== organisationId ? [{ scope, ...read }] : []
  })
  const inNetworks = offered.some(({ audience }) => audience.kind === 'network')
  const networks: Networks = inNetworks ? networksOf(bank, organisationId) : new Map()
  const shared = offered
    .filter(({ audience, ownerId }) =>
      mayReach(audience, ownerId, { organisationId, networks }),
    )
    .map(({ scope }) => scope)
  return [organisationId, ...shared]
}

/** What everybody finds, without an account. */
export function publicModules(bank: Bank): string[] {
  return sharedScopes(bank).filter((scope) => readScope(scope)?.audience.kind === 'public')
}

/** The scope that a module is found in by its own organisation. */
export function scopeOf({ organisationId }: { organisationId: string }): string {
  return organisationId
}

/** The scope that the latest edition of a module is found in by others. */
export function sharedScopeOf(
  { organisationId }: { organisationId: string },
  audience: Audience,
): string {
  return writeScope(organisationId, audience)
}

/** Each scope that was ever shared, found by leaps through the index: there are few, and many counts. */
function sharedScopes({ $client }: Bank): string[] {
  const end = `${sharedPrefix.slice(0, -1)};`
  return $client
    .prepare(
      `with recursive scopes(scope) as (
        select min(scope) from search_counts where scope >= ?
        union all
        select (select min(scope) from search_counts c where c.scope > scopes.scope)
        from scopes where scope is not null
      )
      select scope from scopes where scope < ?`,
    )
    .pluck()
    .all(sharedPrefix, end) as string[]
}

/** Who may find the latest edition of a module besides its own organisation. */
export type Audience =
  | { kind: 'public' }
  | { kind: 'network'; networkId: string }
  | { kind: 'organisations'; organisationIds: string[] }

/** For each network that an organisation is in, all that are. */
export type Networks = ReadonlyMap<string, ReadonlySet<string>>

export type Looking = { organisationId: string; networks: Networks }

/**
 * The one rule of what crosses from an organisation to another. What is shared in a network is shared
 * as long as both are in it.
 */
export function mayReach(
  audience: Audience,
  ownerId: string,
  { organisationId, networks }: Looking,
): boolean {
  if (audience.kind === 'public') return true
  if (audience.kind === 'organisations')
    return audience.organisationIds.includes(organisationId)
  return networks.get(audience.networkId)?.has(ownerId) ?? false
}

type Shared = {
  visibility: 'private' | 'organisations' | 'network' | 'public'
  networkId: string | null
  organisationIds: readonly string[]
}

/** Whether somebody who finds a module now would no longer. */
export function isNarrower(wanted: Shared, now: Shared): boolean {
  if (now.visibility === 'private' || wanted.visibility === 'public') return false
  if (wanted.visibility !== now.visibility) return true
  if (now.visibility === 'network') return wanted.networkId !== now.networkId
  return now.organisationIds.some((id) => !wanted.organisationIds.includes(id))
}

/** What scopes of shared modules begin with, which no organisation's id does. */
export const sharedPrefix = 'shared:'

/** An audience of an organisation's modules as a scope of the search: one a module, so that they add up. */
export function writeScope(ownerId: string, audience: Audience): string {
  const whom = whomOf(audience)
  return `${sharedPrefix}${ownerId}:${audience.kind}:${whom}`
}

function whomOf(audience: Audience): string {
  if (audience.kind === 'network') return audience.networkId
  if (audience.kind === 'organisations') return [...audience.organisationIds].sort().join(',')
  return ''
}

/** The reverse of {@link writeScope}. */
export function readScope(scope: string): { ownerId: string; audience: Audience } | null {
  const [, ownerId = '', kind, whom = ''] = scope.split(':')
  if (kind === 'public') return { ownerId, audience: { kind } }
  if (kind === 'network') return { ownerId, audience: { kind, networkId: whom } }
  if (kind === 'organisations')
    return { ownerId, audience: { kind, organisationIds: whom.split(',') } }
  return null
}

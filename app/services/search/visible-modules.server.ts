/**
 * The one rule of who finds what: the scopes that a member's searches look in. A record has one
 * scope, so that counts of scopes add up.
 */
export function visibleModules({ organisationId }: { organisationId: string }): string[] {
  return [organisationId]
}

/** The scope that a module of an organisation is found in. */
export function scopeOf({ organisationId }: { organisationId: string }): string {
  return organisationId
}

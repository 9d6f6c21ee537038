import { type Role, roles } from '#app/db/schema/bank/accounts.ts'
import type { ApiScope } from '#app/db/schema/bank/api-tokens.ts'

/** Someone signed in, in one organisation. */
export type Member = {
  personId: string
  name: string
  organisationId: string
  organisationName: string
  roles: Role[]
}

/** What a token may be: a role of its own for each thing it was made for. */
export type ApiRole = `api:${ApiScope}`

/** A program that calls with a token. */
export type ApiCaller = {
  tokenId: string
  name: string
  organisationId: string
  /** Who made the token, and answers for it. */
  personId: string
  roles: ApiRole[]
}

/**
 * Who may do what, one line an action. Which modules are in reach is a second question: every
 * query also asks for the member's organisation.
 */
const allowed = {
  'home:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'module:read': ['designer', 'expert', 'publisher', 'quality', 'administrator', 'api:read'],
  'module:create': ['designer', 'administrator'],
  'module:write': ['designer', 'administrator'],
  'review:request': ['designer', 'administrator'],
  'review:give': ['expert'],
  'remark:resolve': ['designer', 'administrator'],
  'guarantee:record': ['designer', 'publisher', 'quality', 'administrator'],
  'guarantee:answer': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'guarantee:hand-over': ['quality', 'administrator'],
  'watch:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'watch:keep': ['quality', 'administrator'],
  'module:publish': ['designer', 'publisher', 'administrator'],
  'waiver:ask': ['designer', 'publisher', 'quality', 'administrator'],
  'waiver:decide': ['publisher', 'quality', 'administrator'],
  'opportunity:write': ['designer', 'quality', 'administrator'],
  'opportunity:decide': ['publisher', 'quality', 'administrator'],
  'trial:run': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'trial:decide': ['designer', 'publisher', 'quality', 'administrator'],
  'protocol:keep': ['designer', 'quality', 'administrator'],
  'checklist:keep': ['quality', 'administrator'],
  'gate-profile:keep': ['administrator'],
  'module:share': ['designer', 'publisher', 'administrator'],
  'co-author:decide': ['designer', 'administrator'],
  'network:manage': ['administrator'],
  'visitor-message:handle': ['administrator'],
  'package:export': ['designer', 'publisher', 'administrator', 'api:export'],
  'commercial-use:decide': ['publisher', 'administrator'],
  'package:check': ['designer', 'publisher', 'administrator', 'api:export'],
  'api-token:manage': ['administrator'],
  'lrs-key:manage': ['administrator'],
  'archive:manage': ['administrator'],
  'harvest:manage': ['administrator'],
  'forwarding:keep': ['administrator'],
  'processing-register:read': ['quality', 'administrator'],
  'deployment:read': ['designer', 'publisher', 'quality', 'administrator', 'api:read'],
  'thin-package:manage': ['designer', 'publisher', 'administrator'],
  'publication-profile:keep': ['designer', 'publisher', 'administrator'],
  'identity:keep': ['administrator'],
  'package:play': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'asset:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'asset:add': ['designer', 'administrator'],
  'quality:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'learner-remark:handle': ['designer', 'quality', 'administrator'],
  'framework:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'framework:import': ['designer', 'administrator'],
  'framework:write': ['designer', 'administrator'],
  'template:use': ['designer', 'administrator'],
  'template:share': ['designer', 'administrator'],
  'template:manage': ['administrator'],
} as const satisfies Record<string, readonly (Role | ApiRole)[]>

export type Action = keyof typeof allowed

/** The one rights function: may this member, or this program, do this? */
export function may(
  { roles }: { roles: readonly (Role | ApiRole)[] },
  action: Action,
): boolean {
  return roles.some((role) => (allowed[action] as readonly (Role | ApiRole)[]).includes(role))
}

/** The roles that may do something, in their order. */
export function rolesThatMay(action: Action): Role[] {
  return roles.filter((role) => may({ roles: [role] }, action))
}

export const actions = Object.keys(allowed) as Action[]

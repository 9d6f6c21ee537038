import type { Role } from '#app/db/schema/bank/accounts.ts'

/** Someone signed in, in one organisation. */
export type Member = {
  personId: string
  name: string
  organisationId: string
  organisationName: string
  roles: Role[]
}

/**
 * Who may do what, one line an action. Which modules are in reach is a second question: every
 * query also asks for the member's organisation.
 */
const allowed = {
  'home:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'module:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'module:create': ['designer', 'administrator'],
  'module:write': ['designer', 'administrator'],
  'review:request': ['designer', 'administrator'],
  'review:give': ['expert'],
  'remark:resolve': ['designer', 'administrator'],
  'guarantee:record': ['designer', 'publisher', 'quality', 'administrator'],
  'module:publish': ['designer', 'publisher', 'administrator'],
  'package:export': ['designer', 'publisher', 'administrator'],
  'publication-profile:keep': ['designer', 'publisher', 'administrator'],
  'package:play': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'asset:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'asset:add': ['designer', 'administrator'],
  'quality:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'framework:read': ['designer', 'expert', 'publisher', 'quality', 'administrator'],
  'framework:import': ['designer', 'administrator'],
  'template:use': ['designer', 'administrator'],
  'template:share': ['designer', 'administrator'],
  'template:manage': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof allowed

/** The one rights function: may this member do this? */
export function may(member: Pick<Member, 'roles'>, action: Action): boolean {
  return member.roles.some((role) => (allowed[action] as readonly Role[]).includes(role))
}

export const actions = Object.keys(allowed) as Action[]

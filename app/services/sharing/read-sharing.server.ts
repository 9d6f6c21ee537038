import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  networkMembers,
  sharedWith,
  sharings,
  type Visibility,
} from '#app/db/schema/bank/index.ts'
import type { Audience, Networks } from './audience.ts'

type Reader = Pick<Bank, 'select'>

/** Who else may find a module, as its own organisation set it. */
export type Sharing = {
  visibility: Visibility
  networkId: string | null
  organisationIds: string[]
}

/** Of a module that its organisation keeps for itself, as every module is at first. */
const kept: Sharing = { visibility: 'private', networkId: null, organisationIds: [] }

export function readSharing(db: Reader, moduleId: string): Sharing {
  const row = db.select().from(sharings).where(eq(sharings.moduleId, moduleId)).get()
  if (!row) return kept
  const { visibility, networkId } = row
  const organisationIds =
    visibility === 'organisations'
      ? db
          .select({ id: sharedWith.organisationId })
          .from(sharedWith)
          .where(eq(sharedWith.moduleId, moduleId))
          .all()
          .map(({ id }) => id)
      : []
  return { visibility, networkId, organisationIds }
}

/** `null`: nobody but its own organisation. */
export function audienceOf({
  visibility,
  networkId,
  organisationIds,
}: Sharing): Audience | null {
  if (visibility === 'public') return { kind: 'public' }
  if (visibility === 'network' && networkId) return { kind: 'network', networkId }
  if (visibility === 'organisations' && organisationIds.length > 0)
    return { kind: 'organisations', organisationIds }
  return null
}

/** The networks that an organisation is in, with all that are. */
export function networksOf(db: Reader, organisationId: string): Networks {
  const own = db
    .select({ networkId: networkMembers.networkId })
    .from(networkMembers)
    .where(
      and(
        eq(networkMembers.organisationId, organisationId),
        eq(networkMembers.state, 'member'),
      ),
    )
    .all()
  return new Map(own.map(({ networkId }) => [networkId, membersOf(db, networkId)]))
}

function membersOf(db: Reader, networkId: string): Set<string> {
  const rows = db
    .select({ id: networkMembers.organisationId })
    .from(networkMembers)
    .where(and(eq(networkMembers.networkId, networkId), eq(networkMembers.state, 'member')))
    .all()
  return new Set(rows.map(({ id }) => id))
}

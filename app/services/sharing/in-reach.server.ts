import type { Bank } from '#app/db/client.server.ts'
import { mayReach } from './audience.ts'
import { audienceOf, networksOf, readSharing } from './read-sharing.server.ts'

/** Whether an organisation may read and reuse the latest edition of a module, its own or shared. */
export function isInReach(
  db: Pick<Bank, 'select'>,
  owned: { moduleId: string; organisationId: string },
  organisationId: string,
): boolean {
  if (owned.organisationId === organisationId) return true
  const audience = audienceOf(readSharing(db, owned.moduleId))
  if (!audience) return false
  const networks = networksOf(db, organisationId)
  return mayReach(audience, owned.organisationId, { organisationId, networks })
}

import type { Bank } from '#app/db/client.server.ts'
import type { Visibility } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { deliveryRights } from '#app/services/delivery-rights/delivery-rights.server.ts'
import type { Edition } from '#app/services/modules/find-module.server.ts'
import type { Finding } from '#content-schema/finding.ts'

type Asked = {
  edition: Edition
  organisationId: string
  visibility: Visibility
  now: Date
}

/** What rights say against showing an edition to those who could then read and reuse it. */
function rightsAgainst(db: Pick<Bank, 'select'>, { visibility, ...asked }: Asked): Finding[] {
  if (visibility === 'private') return []
  const reach = visibility === 'public' ? 'public' : 'others'
  return deliveryRights(db, { ...asked, use: { reach, commercial: false } })
}

/**
 * What rests on an exception to copyright, for one, stays inside the organisation.
 *
 * @throws UserError `sharing.rights` with how many things stand against it
 */
export function refuseUnshareable(db: Pick<Bank, 'select'>, asked: Asked): void {
  const blocking = rightsAgainst(db, asked).filter(({ severity }) => severity === 'blocks')
  if (blocking.length > 0) throw new UserError('sharing.rights', { count: blocking.length })
}

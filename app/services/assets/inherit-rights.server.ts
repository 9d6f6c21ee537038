import type { Bank } from '#app/db/client.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { findAsset } from './find-asset.server.ts'
import { recordRights } from './record-rights.server.ts'

export type Inheritance = {
  digest: string
  /** The file it was made from: the film of captions. */
  from: string
  organisationId: string
  personId: string
  now: Date
}

/**
 * A file that was made here from another is under the same rights, its title apart, until somebody
 * says otherwise. What was said of it already stays, and unknown rights are not handed on.
 */
export function inheritRights(bank: Bank, { from, ...key }: Inheritance): void {
  const { organisationId } = key
  const own = findAsset(bank, key)?.rights
  if (!own) throw new UserError('asset.not-found', {}, 404)
  const origin = findAsset(bank, { digest: from, organisationId })?.rights
  if (own.licence !== 'unknown' || !origin || origin.licence === 'unknown') return
  recordRights(bank, { ...key, record: { ...origin, title: own.title } })
}

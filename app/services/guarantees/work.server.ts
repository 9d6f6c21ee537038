import { eq } from 'drizzle-orm'
import { memberships } from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { askedGuarantees, type GuaranteeRow } from './guarantee-rows.server.ts'

/**
 * Who has the work of a guarantee today, renewing it first of all: its guarantor; where they left,
 * or hand it over to somebody who did not accept yet, the deputy; else those who answer for quality.
 *
 * @returns a function from a guarantee of the organisation to ids of people
 */
export function workersOf(
  db: Reader,
  organisationId: string,
): (row: Pick<GuaranteeRow, 'id' | 'personId' | 'deputyId'>) => string[] {
  const members = db
    .select()
    .from(memberships)
    .where(eq(memberships.organisationId, organisationId))
    .all()
  const here = new Set(members.map(({ personId }) => personId))
  // Whoever hands over does not take back what was declined: somebody stands in until it is accepted.
  const handed = new Set(askedGuarantees(db, { organisationId }).map((row) => row.handedFrom))
  return ({ id, personId, deputyId }) => {
    if (here.has(personId) && !handed.has(id)) return [personId]
    if (deputyId && here.has(deputyId)) return [deputyId]
    return ofRole('quality') ?? ofRole('administrator') ?? []
  }

  function ofRole(wanted: 'quality' | 'administrator'): string[] | null {
    const ids = members.filter(({ role }) => role === wanted).map(({ personId }) => personId)
    return ids.length > 0 ? ids : null
  }
}

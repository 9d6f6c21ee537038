import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { thinPackages } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import type { ThinLimits } from '#packaging/package-source.ts'
import type { ThinRow } from './thin-packages.server.ts'

export type ThinChange = {
  packageId: string
  organisationId: string
  personId: string
  now: Date
}

/** From now on whoever opens it reads that it has ended. */
export function endThin(bank: Bank, change: ThinChange): void {
  const { personId, now } = change
  write(bank, change, 'ended', { endedAt: now.getTime(), endedBy: personId })
}

/** Plays it again. */
export function reopenThin(bank: Bank, change: ThinChange): void {
  write(bank, change, 'reopened', { endedAt: null, endedBy: null })
}

/** Until when it is played, and by how many; learners who came already always may go on. */
export function limitThin(
  bank: Bank,
  { endsOn, mostLearners, ...change }: ThinChange & ThinLimits,
) {
  write(bank, change, 'limited', { endsOn, mostLearners })
}

/** @throws UserError `package.not-found` (404), also for another organisation's, or one that is not thin */
function write(
  bank: Bank,
  { packageId, organisationId, personId, now }: ThinChange,
  what: 'ended' | 'reopened' | 'limited',
  values: Partial<ThinRow>,
): void {
  bank.transaction((tx) => {
    const { moduleId } = findPackage(tx, { packageId, organisationId })
    const changed = tx
      .update(thinPackages)
      .set(values)
      .where(eq(thinPackages.packageId, packageId))
      .run()
    if (changed.changes === 0) throw new UserError('package.not-found', {}, 404)
    const { endsOn = null, mostLearners = null } = values
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      action: `thin-package.${what}`,
      details: { packageId, ...(what === 'limited' && { endsOn, mostLearners }) },
    })
  })
}

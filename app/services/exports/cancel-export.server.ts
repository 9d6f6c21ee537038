import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { lrsCredentials, packages, unfinishedStates } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findPackage } from './find-package.server.ts'

export type PackageKey = { packageId: string; organisationId: string }
export type Cancelling = PackageKey & { personId: string; tokenId?: string; now: Date }

/** Thrown where a package was being made that nobody wants any more. */
export class Cancelled extends Error {}

/**
 * Says that a package is no longer wanted. Whoever makes it, in this process or in another, stops
 * between two pieces and removes what it had written.
 *
 * @throws UserError `package.not-found` (404), `package.finished` (409)
 */
export function cancelExport(bank: Bank, cancelling: Cancelling): void {
  const { packageId, organisationId, personId, tokenId, now } = cancelling
  const at = now.getTime()
  bank.transaction(
    (tx) => {
      const { moduleId } = findPackage(tx, cancelling)
      const cancelled = tx
        .update(packages)
        .set({ state: 'cancelled', finishedAt: at })
        .where(and(eq(packages.id, packageId), inArray(packages.state, unfinishedStates)))
        .run()
      if (cancelled.changes === 0) throw new UserError('package.finished', {}, 409)
      revokeKeys(tx, packageId, at)
      recordEvent(tx, {
        ...{ at, organisationId, personId },
        action: 'package.cancelled',
        object: moduleId,
        details: { packageId, ...(tokenId && { tokenId }) },
      })
    },
    { behavior: 'immediate' },
  )
}

/** A package that nobody received speaks to the bank no more. */
export function revokeKeys(
  tx: Pick<Bank, 'update'>,
  packageId: string,
  revokedAt: number,
): void {
  tx.update(lrsCredentials)
    .set({ revokedAt })
    .where(and(eq(lrsCredentials.packageId, packageId), isNull(lrsCredentials.revokedAt)))
    .run()
}

/** How often a package that is being made asks whether it is still wanted, in milliseconds. */
const everyMs = 200

/**
 * Aborted once the package is cancelled, whoever cancelled it: the table is what all processes see.
 *
 * @returns the signal, and how to stop looking
 */
export function untilCancelled(
  bank: Bank,
  packageId: string,
): { signal: AbortSignal; stop: () => void } {
  const aborting = new AbortController()
  const look = () => {
    const row = bank
      .select({ state: packages.state })
      .from(packages)
      .where(eq(packages.id, packageId))
      .get()
    if (row?.state === 'cancelled') aborting.abort(new Cancelled(packageId))
  }
  const timer = setInterval(look, everyMs)
  return { signal: aborting.signal, stop: () => clearInterval(timer) }
}

import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { deployments, packageUses } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { ModuleKey } from '#app/services/modules/find-module.server.ts'
import type { Cancelling } from './cancel-export.server.ts'
import { findPackage, type PackageRow } from './find-package.server.ts'
import { requestExport } from './request-export.server.ts'

/**
 * Asks again for what was cancelled or refused, decided as it was, of the edition there is now.
 *
 * @returns the new package's id
 * @throws UserError `package.not-found` (404), `package.not-ended` (409)
 */
export function repeatExport(bank: Bank, asking: Cancelling): string {
  const { row, moduleId } = findPackage(bank, asking)
  if (row.state !== 'cancelled' && row.state !== 'refused')
    throw new UserError('package.not-ended', {}, 409)
  return askAgain(bank, row, { ...asking, moduleId })
}

/** Asks for a package decided as this one, for the same people. */
export function askAgain(
  bank: Bank,
  row: PackageRow,
  { moduleId, organisationId, personId, now }: ModuleKey & { personId: string; now: Date },
): string {
  const { id, format, language, preset, note, traces, delivery, publication } = row
  const own = eq(deployments.packageId, id)
  const use = askedUse(bank, id)
  const { recipient, lms } = bank.select().from(deployments).where(own).get()!
  return requestExport(bank, {
    ...{ moduleId, organisationId, personId, now },
    ...{ format, language, preset, note, traces, recipient, lms },
    ...(delivery && { delivery }),
    ...(publication && { publication }),
    ...(use && { use }),
  })
}

function askedUse(bank: Bank, packageId: string) {
  const { reach, commercial } = packageUses
  return bank
    .select({ reach, commercial })
    .from(packageUses)
    .where(eq(packageUses.packageId, packageId))
    .get()
}

import { and, eq, notInArray } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { deployments, packages } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import { askAgain } from '#app/services/exports/repeat-export.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import type { DeploymentChange } from './change-deployment.server.ts'

/**
 * Asks for a package of the edition there is now, decided as the one that is deployed, for the same
 * people. Asked twice, it is the same package.
 *
 * @returns the id of the package that is to take its place, and its module's
 * @throws UserError `package.not-found` (404), `package.not-ready` (409)
 */
export function renewDeployment(
  bank: Bank,
  change: DeploymentChange,
): { packageId: string; moduleId: string } {
  return bank.transaction((tx) => {
    const { row, moduleId } = findPackage(tx, change)
    if (row.state !== 'ready') throw new UserError('package.not-ready', {}, 409)
    const own = eq(deployments.packageId, row.id)
    const known = tx.select().from(deployments).where(own).get()?.replacedBy ?? null
    const standing = known && findReplacement(tx, known, moduleId)
    if (standing) return { packageId: standing, moduleId }
    const packageId = askAgain(bank, row, { ...change, moduleId })
    tx.update(deployments).set({ replacedBy: packageId }).where(own).run()
    return { packageId, moduleId }
  })
}

/** What was asked for already, while it is of the latest edition and was not given up. */
function findReplacement(tx: Pick<Bank, 'select'>, id: string, moduleId: string) {
  const latest = latestEdition(tx, moduleId)
  const wanted = and(
    eq(packages.id, id),
    eq(packages.editionId, latest?.id ?? ''),
    notInArray(packages.state, ['cancelled', 'refused']),
  )
  return tx.select({ id: packages.id }).from(packages).where(wanted).get()?.id ?? null
}

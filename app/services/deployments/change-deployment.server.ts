import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { deployments } from '#app/db/schema/bank/index.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'

export type DeploymentChange = {
  packageId: string
  organisationId: string
  personId: string
  now: Date
}

/** For whom a package is, and in which platform it runs. */
export function sayDeployment(
  bank: Bank,
  { recipient, lms, ...change }: DeploymentChange & { recipient: string; lms: string },
): void {
  write(bank, change, { action: 'said', values: { recipient, lms } })
}

/** It is not used any more: nobody is told of it from now on. */
export function retireDeployment(bank: Bank, change: DeploymentChange): void {
  const { personId, now } = change
  const values = { retiredAt: now.getTime(), retiredBy: personId }
  write(bank, change, { action: 'retired', values })
}

/** It is used after all. */
export function bringBackDeployment(bank: Bank, change: DeploymentChange): void {
  write(bank, change, { action: 'brought-back', values: { retiredAt: null, retiredBy: null } })
}

type Change = {
  action: 'said' | 'retired' | 'brought-back'
  values: Partial<typeof deployments.$inferInsert>
}

/** @throws UserError `package.not-found` (404), also for another organisation's */
function write(
  bank: Bank,
  { packageId, organisationId, personId, now }: DeploymentChange,
  { action, values }: Change,
): void {
  bank.transaction((tx) => {
    const { moduleId } = findPackage(tx, { packageId, organisationId })
    tx.update(deployments).set(values).where(eq(deployments.packageId, packageId)).run()
    const { recipient, lms } = values
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      action: `deployment.${action}`,
      details: { packageId, ...(action === 'said' && { recipient: recipient!, lms: lms! }) },
    })
  })
}

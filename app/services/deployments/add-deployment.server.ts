import { eq, sql } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { deployments } from '#app/db/schema/bank/index.ts'

/** Enters a package that was asked for in the register. */
export function addDeployment(
  tx: Pick<Bank, 'insert'>,
  deployment: { packageId: string; recipient: string; lms: string },
): void {
  tx.insert(deployments)
    .values({ ...deployment, downloads: 0 })
    .run()
}

/** Somebody took the file: from here on it may be in an LMS. */
export function recordDownload(bank: Bank, packageId: string, now: Date): void {
  const at = now.getTime()
  const { downloads, firstDownloadAt } = deployments
  bank
    .update(deployments)
    .set({
      downloads: sql`coalesce(${downloads}, 0) + 1`,
      firstDownloadAt: sql`coalesce(${firstDownloadAt}, ${at})`,
      lastDownloadAt: at,
    })
    .where(eq(deployments.packageId, packageId))
    .run()
}

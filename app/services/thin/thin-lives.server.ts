import { count, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  editions,
  modules,
  packages,
  thinLearners,
  thinPackages,
} from '#app/db/schema/bank/index.ts'

/** What is known of the use of a package that is played from this bank. */
export type ThinLife = { lastOpenedAt: number | null; learners: number }

/** The thin packages of an organisation, by their ids. */
export function readThinLives(bank: Bank, organisationId: string): Map<string, ThinLife> {
  const { packageId, lastOpenedAt } = thinPackages
  const rows = bank
    .select({ packageId, lastOpenedAt, learners: count(thinLearners.learner) })
    .from(thinPackages)
    .innerJoin(packages, eq(packages.id, packageId))
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .leftJoin(thinLearners, eq(thinLearners.packageId, packageId))
    .where(eq(modules.organisationId, organisationId))
    .groupBy(packageId)
    .all()
  return new Map(rows.map(({ packageId: id, ...life }) => [id, life]))
}

import { and, desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { apiTokens, editions, modules, packages, people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'

export type PackageRow = typeof packages.$inferSelect
export type PackageView = PackageRow & { edition: string; requester: string }

/** @throws UserError `package.not-found` (404), also for another organisation's package */
export function findPackage(
  db: Pick<Bank, 'select'>,
  { packageId, organisationId }: { packageId: string; organisationId: string },
): { row: PackageRow; edition: typeof editions.$inferSelect; moduleId: string } {
  const found = db
    .select({ row: packages, edition: editions, moduleId: modules.id })
    .from(packages)
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(modules, eq(modules.id, editions.moduleId))
    .where(and(eq(packages.id, packageId), eq(modules.organisationId, organisationId)))
    .get()
  if (!found) throw new UserError('package.not-found', {}, 404)
  return found
}

/** The packages made of a module, the latest first. */
export function listPackages(db: Pick<Bank, 'select'>, moduleId: string): PackageView[] {
  return db
    .select({ row: packages, edition: editions, person: people.name, token: apiTokens.name })
    .from(packages)
    .innerJoin(editions, eq(editions.id, packages.editionId))
    .innerJoin(people, eq(people.id, packages.requestedBy))
    .leftJoin(apiTokens, eq(apiTokens.id, packages.tokenId))
    .where(eq(editions.moduleId, moduleId))
    .orderBy(desc(packages.requestedAt))
    .all()
    .map(({ row, edition, person, token }) => ({
      ...row,
      requester: token ?? person,
      edition: `${edition.major}.${edition.minor}`,
    }))
}

/** Whether a package runs in an LMS or a browser by itself; pages and PDFs are read once downloaded. */
export function isPlayed({ fileName }: Pick<PackageRow, 'fileName'>): boolean {
  return fileName.endsWith('.zip')
}

import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './accounts.ts'
import { editions } from './modules.ts'
import { packages } from './packages.ts'

/**
 * Packages that are played from this bank: under which address, until when and by how many. Personal
 * data: `endedBy`; kept as long as the package.
 */
export const thinPackages = sqliteTable(
  'thin_packages',
  {
    packageId: text()
      .primaryKey()
      .references(() => packages.id, { onDelete: 'cascade' }),
    /** 128 random bits: who has the package, and nobody else, knows its address. */
    thinId: text().notNull(),
    /** Last day on which it is played, `YYYY-MM-DD` in Paris; `null` for no end. */
    endsOn: text(),
    /** Milliseconds since 1970, UTC. */
    endedAt: integer(),
    endedBy: text().references(() => people.id, { onDelete: 'restrict' }),
    /** Learners beyond them are turned away; `null` for as many as come. */
    mostLearners: integer(),
    /** What was played last: learners may have work in it. */
    servedEditionId: text().references(() => editions.id, { onDelete: 'restrict' }),
    /** When somebody opened it last, to the hour; milliseconds since 1970, UTC. */
    lastOpenedAt: integer(),
  },
  (row) => [uniqueIndex('thin_packages_by_address').on(row.thinId)],
)

/**
 * Who opened a package, to count them: a digest of what the launcher sent, which is a digest itself.
 * Nobody is found by it, here or in the LMS.
 */
export const thinLearners = sqliteTable(
  'thin_learners',
  {
    packageId: text()
      .notNull()
      .references(() => thinPackages.packageId, { onDelete: 'cascade' }),
    learner: text().notNull(),
    /** Milliseconds since 1970, UTC. */
    firstSeenAt: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.packageId, row.learner] })],
)

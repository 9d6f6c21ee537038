import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './accounts.ts'
import { packages } from './packages.ts'

/**
 * Where a package went, as people say it, and what is known of its way: one row a package. The zip
 * does not change with it. Personal data: `retiredBy`; kept as long as the package.
 */
export const deployments = sqliteTable('deployments', {
  packageId: text()
    .primaryKey()
    .references(() => packages.id, { onDelete: 'cascade' }),
  /** The client, the site or the session that it is for; empty: nobody said. */
  recipient: text().notNull().default(''),
  /** The platform it runs in, where it is not the one of its preset. */
  lms: text().notNull().default(''),
  /** How often its file was taken; `null` for packages of before this was counted. */
  downloads: integer(),
  /** Milliseconds since 1970, UTC. */
  firstDownloadAt: integer(),
  lastDownloadAt: integer(),
  /** When somebody said that it is not used any more. */
  retiredAt: integer(),
  retiredBy: text().references(() => people.id, { onDelete: 'restrict' }),
  /** The package that was asked for in its place. */
  replacedBy: text().references(() => packages.id, { onDelete: 'set null' }),
})

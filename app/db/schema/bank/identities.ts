import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Identity } from '#packaging/identity/identity.ts'
import { organisations, people } from './accounts.ts'

/** How the packages of an organisation look and speak; none before the first is kept. Personal data: `keptBy`. */
export const identities = sqliteTable('identities', {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id, { onDelete: 'cascade' }),
  identity: text({ mode: 'json' }).notNull().$type<Identity>(),
  keptBy: text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  /** Milliseconds since 1970, UTC. */
  keptAt: integer().notNull(),
})

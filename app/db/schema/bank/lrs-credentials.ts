import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'

export const lrsScopes = ['all', 'read', 'add'] as const
export type LrsScope = (typeof lrsScopes)[number]

/**
 * A key to the xAPI endpoint. `add` can only add statements (what a package carries), `read` only
 * read those of its organisation, `all` both.
 */
export const lrsCredentials = sqliteTable(
  'lrs_credentials',
  {
    key: text().primaryKey(),
    /** SHA-256 of a secret of 256 random bits: nothing to guess, so nothing to slow down. */
    secretDigest: text().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    scope: text({ enum: lrsScopes }).notNull(),
    /** Which person or system it was given to; empty for a package's. */
    label: text().notNull().default(''),
    /** Who gave it; `null` for one that was made with a package or by the command line. Personal data. */
    madeBy: text().references(() => people.id, { onDelete: 'restrict' }),
    /** The package that carries it; `null` for one given to a person or a system. */
    packageId: text(),
    /** The participant of a session whose package carries it: all it tells is theirs. */
    participantId: text(),
    createdAt: integer().notNull(),
    revokedAt: integer(),
  },
  (credential) => [
    index('lrs_credentials_by_package').on(credential.packageId),
    index('lrs_credentials_by_participant').on(credential.participantId),
  ],
)

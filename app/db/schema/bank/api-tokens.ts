import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'

export const apiScopes = ['read', 'export'] as const
/** `read`: the modules; `export`: packages, and the check of packages. */
export type ApiScope = (typeof apiScopes)[number]

/**
 * What lets a program of an organisation's own call our HTTP API. Rows are kept once they ended or
 * were revoked: the packages that were asked for name them. Personal data: `madeBy`, `revokedBy`.
 */
export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: text().primaryKey(),
    /** SHA-256 of 256 random bits: nothing to guess, so nothing to slow down. */
    tokenDigest: text().notNull().unique(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** What it is for, as whoever made it calls it. */
    name: text().notNull(),
    scopes: text({ mode: 'json' }).notNull().$type<ApiScope[]>(),
    madeBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC, as all that follow. */
    madeAt: integer().notNull(),
    endsAt: integer().notNull(),
    /** To the minute; `null` while nobody has used it. */
    lastUsedAt: integer(),
    revokedAt: integer(),
    revokedBy: text().references(() => people.id, { onDelete: 'restrict' }),
  },
  (token) => [index('api_tokens_of_organisation').on(token.organisationId, token.madeAt)],
)

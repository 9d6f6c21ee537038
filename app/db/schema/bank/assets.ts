import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SaidRights } from '#packaging/import/imported.ts'
import { organisations, people } from './accounts.ts'
import { rightsRecord } from './rights-columns.ts'

/** A stored file, once for the whole instance, under the SHA-256 of its bytes. */
export const assets = sqliteTable('assets', {
  digest: text().primaryKey(),
  /** Found from the bytes, never from the name. */
  mediaType: text().notNull(),
  /** With its dot: `.png`. */
  extension: text().notNull(),
  bytes: integer().notNull(),
  /** Pixels; `null` for what has no size. */
  width: integer(),
  height: integer(),
  /** Milliseconds; `null` for what does not last. */
  duration: integer(),
  storedAt: integer().notNull(),
})

/** What an organisation knows of the rights on a file; the first record says `unknown`. */
export const assetRights = sqliteTable(
  'asset_rights',
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    digest: text()
      .notNull()
      .references(() => assets.digest, { onDelete: 'restrict' }),
    record: rightsRecord().notNull(),
    /** What the document that it came in says, and its name: proposed until somebody said it. */
    said: text({ mode: 'json' }).$type<SaidRights & { from: string }>(),
    changedAt: integer().notNull(),
    changedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
  },
  (rights) => [primaryKey({ columns: [rights.organisationId, rights.digest] })],
)

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Who did what, when, on which digest. Each entry seals the one before, so that a change made
 * afterwards shows. Personal data: `personId`; kept as long as the organisation.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    organisationId: text().notNull(),
    personId: text().notNull(),
    action: text().notNull(),
    /** What it was done to, for example a module's id. */
    object: text().notNull(),
    details: text({ mode: 'json' }).notNull().$type<Record<string, string | number | null>>(),
    previousSeal: text().notNull(),
    /** SHA-256 over the previous seal and the canonical JSON of this entry. */
    seal: text().notNull(),
  },
  (entry) => [index('audit_entries_of_object').on(entry.object, entry.sequence)],
)

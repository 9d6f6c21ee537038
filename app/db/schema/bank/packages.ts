import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Delivery, exportFormats } from '#packaging/package-source.ts'
import type { Publication } from '#packaging/publication/publication.ts'
import { people } from './accounts.ts'
import { editions } from './modules.ts'

/** Each export: who asked, of which edition, in which format, and the file that came out. */
export const packages = sqliteTable(
  'packages',
  {
    id: text().primaryKey(),
    editionId: text()
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    format: text({ enum: exportFormats }).notNull(),
    /** How it is played and told of; `null` in rows of before, which had what is proposed. */
    publication: text({ mode: 'json' }).$type<Publication>(),
    /** For whom it is printed, or how it opens by itself; `null` for what leaves no choice. */
    delivery: text({ mode: 'json' }).$type<Delivery>(),
    /** The LMS it was made for, by the name of its preset. */
    preset: text(),
    /** What whoever exported it wanted remembered. */
    note: text().notNull().default(''),
    /** Language of the player's own words. */
    language: text({ enum: ['fr', 'en'] }).notNull(),
    /** Whether it sends statements to this bank. */
    traces: integer({ mode: 'boolean' }).notNull(),
    state: text({ enum: ['waiting', 'building', 'checking', 'ready', 'refused'] }).notNull(),
    /** Files written so far, of how many. */
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    fileName: text().notNull(),
    bytes: integer(),
    sha256: text(),
    /** What the check of the finished zip found; a package with an error is refused. */
    findings: text({ mode: 'json' }).notNull().$type<PackageFindingRow[]>(),
    requestedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    requestedAt: integer().notNull(),
    finishedAt: integer(),
  },
  (row) => [
    index('packages_of_edition').on(row.editionId, row.requestedAt),
    index('packages_unfinished').on(row.state),
  ],
)

export type PackageFindingRow = {
  code: string
  severity: 'error' | 'warning'
  params?: Record<string, string | number>
}

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Identity } from '#packaging/identity/identity.ts'
import { type Delivery, exportFormats } from '#packaging/package-source.ts'
import type { Publication } from '#packaging/publication/publication.ts'
import { people } from './accounts.ts'
import { apiTokens } from './api-tokens.ts'
import { editions } from './modules.ts'

export const packageStates = [
  'waiting',
  'building',
  'checking',
  'ready',
  'refused',
  'cancelled',
] as const
export type PackageState = (typeof packageStates)[number]
/** What may still become something else. */
export const unfinishedStates = ['waiting', 'building', 'checking'] as const

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
    /** How it looks and speaks, as it was when it was asked for; `null` for as ours do. */
    identity: text({ mode: 'json' }).$type<Identity>(),
    /** The LMS it was made for, by the name of its preset. */
    preset: text(),
    /** What whoever exported it wanted remembered. */
    note: text().notNull().default(''),
    /** Language of the player's own words. */
    language: text({ enum: ['fr', 'en'] }).notNull(),
    /** Whether it sends statements to this bank. */
    traces: integer({ mode: 'boolean' }).notNull(),
    state: text({ enum: packageStates }).notNull(),
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
    /** The token of the program that asked for it; `null` when a person did. */
    tokenId: text().references(() => apiTokens.id, { onDelete: 'restrict' }),
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

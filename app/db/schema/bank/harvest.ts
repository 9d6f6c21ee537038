import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'

export const harvestStates = ['waiting', 'harvesting', 'resting', 'stopped'] as const
export type HarvestState = (typeof harvestStates)[number]

/** Why a harvest ended early: `code` names a sentence of the page, `params` what stands in it. */
export type HarvestFailure = { code: string; params: Record<string, string | number> }

/** Another bank whose records an organisation wants to see beside its own modules. Personal data: `addedBy`. */
export const harvestSources = sqliteTable(
  'harvest_sources',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Its base URL. */
    url: text().notNull(),
    /** As it calls itself; its host until it was heard. */
    name: text().notNull(),
    state: text({ enum: harvestStates }).notNull(),
    addedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC, as all that follow. */
    addedAt: integer().notNull(),
    startedAt: integer(),
    finishedAt: integer(),
    /** What the next harvest asks to begin with, as the source writes it; `null`: all. */
    nextFrom: text(),
    /** Of the last harvest. */
    came: integer().notNull().default(0),
    gone: integer().notNull().default(0),
    unread: integer().notNull().default(0),
    failure: text({ mode: 'json' }).$type<HarvestFailure>(),
  },
  (source) => [
    unique('harvest_sources_once').on(source.organisationId, source.url),
    index('harvest_sources_due').on(source.state, source.finishedAt),
  ],
)

/**
 * A record of another bank, as text: nothing in it is shown as HTML. Its words stand in the FTS5 table
 * `harvest_words` of the same row ids, which the migration makes.
 */
export const harvestRecords = sqliteTable(
  'harvest_records',
  {
    id: integer().primaryKey(),
    sourceId: text()
      .notNull()
      .references(() => harvestSources.id, { onDelete: 'cascade' }),
    /** As the source names it. */
    identifier: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    authors: text({ mode: 'json' }).notNull().$type<string[]>(),
    subjects: text({ mode: 'json' }).notNull().$type<string[]>(),
    /** A language tag, or what stood in its place; empty: none. */
    language: text().notNull(),
    /** An http(s) address; `null` when the record gives none. */
    address: text(),
    /** What it says of rights, as it came. */
    rights: text().notNull(),
    /** Of the catalogue, as our reader understands it; `null`: not understood, or in doubt. */
    licence: text(),
    /** As the source writes it. */
    datestamp: text().notNull(),
    /** Of the harvest that met it last. */
    seenAt: integer().notNull(),
  },
  (record) => [
    unique('harvest_records_once').on(record.sourceId, record.identifier),
    index('harvest_records_seen').on(record.sourceId, record.seenAt),
  ],
)

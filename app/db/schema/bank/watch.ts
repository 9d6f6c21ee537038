import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'
import { modules } from './modules.ts'

export const watchKinds = ['law', 'standard', 'certification', 'market', 'technology'] as const
export type WatchKind = (typeof watchKinds)[number]
/** What an event asks of the modules that it is about. */
export const watchEffects = ['none', 'to-check', 'must-update'] as const
export type WatchEffect = (typeof watchEffects)[number]

/**
 * What an organisation keeps an eye on: who looks, and how often. Personal data: `personId`,
 * `addedBy`.
 */
export const watchSources = sqliteTable(
  'watch_sources',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    kind: text({ enum: watchKinds }).notNull(),
    title: text().notNull(),
    /** http(s), or empty. */
    url: text().notNull(),
    /** Months between two looks. */
    lookEvery: integer().notNull(),
    /** Who looks. */
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Since when it is watched, `YYYY-MM-DD` in Paris. */
    startsOn: text().notNull(),
    addedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    addedAt: integer().notNull(),
    /** When it was given up; `null` while it is watched. */
    endedAt: integer(),
  },
  (source) => [index('watch_sources_of_organisation').on(source.organisationId)],
)

/** What somebody saw there, also when it was nothing; added, never edited. Personal data: `recordedBy`. */
export const watchEvents = sqliteTable(
  'watch_events',
  {
    id: text().primaryKey(),
    sourceId: text()
      .notNull()
      .references(() => watchSources.id, { onDelete: 'cascade' }),
    /** `YYYY-MM-DD`. */
    day: text().notNull(),
    summary: text().notNull(),
    effect: text({ enum: watchEffects }).notNull(),
    /** Where it can be read: an address, a reference. */
    evidence: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    recordedAt: integer().notNull(),
  },
  (event) => [index('watch_events_of_source').on(event.sourceId)],
)

/**
 * That a module is to be checked, and what came of it. A framework that is over marks its modules by
 * itself: it has a row only once somebody answered. Personal data: `closedBy`; kept as long as the module.
 */
export const moduleChecks = sqliteTable(
  'module_checks',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    eventId: text().references(() => watchEvents.id, { onDelete: 'cascade' }),
    /** Code of the framework that is over. */
    frameworkCode: text(),
    openedAt: integer().notNull(),
    /** Why there is nothing to change. */
    words: text().notNull().default(''),
    closedBy: text().references(() => people.id, { onDelete: 'restrict' }),
    /** `null` while it is to be checked; an edition published since closes it too. */
    closedAt: integer(),
  },
  (row) => [
    index('module_checks_of_module').on(row.moduleId),
    index('module_checks_of_event').on(row.eventId),
  ],
)

import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'
import { modules } from './modules.ts'

/**
 * What the search knows of a module: one row for its own organisation, and one of its latest edition
 * where it is shared with others; written in the transaction that changes the module. All of it can be made again from the module. Its words stand in two FTS5 tables of the
 * same row ids, `search_light` and `search_full`; these, and what keeps `search_counts` right, are
 * hand-written in the migration.
 */
export const searchRecords = sqliteTable(
  'search_records',
  {
    id: integer().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** The draft is for its own organisation, the latest edition for all others. */
    describes: text({ enum: ['draft', 'edition'] })
      .notNull()
      .default('draft'),
    /** Who may find it, see `visibleModules`. */
    scope: text().notNull(),
    /** Which way of indexing wrote it: an older one is done again. */
    format: integer().notNull(),
    /** Its values in every facet, as ids of `search_terms`: `,3,17,25,`. */
    terms: text().notNull(),
    state: text().notNull(),
    /** For example `1.2`; `null` when it was never published. */
    edition: text(),
    /** The title as it is sorted: no accents, lower case. */
    titleKey: text().notNull(),
    minutes: integer().notNull(),
    /** Milliseconds since 1970, UTC. */
    createdAt: integer().notNull(),
    savedAt: integer().notNull(),
    publishedAt: integer(),
    /** The first day, `YYYY-MM-DD`, on which its freshness is another; `null`: never by itself. */
    staleOn: text(),
  },
  (record) => [
    unique('search_records_once').on(record.moduleId, record.describes),
    index('search_records_by_saving').on(record.scope, record.savedAt),
    index('search_records_by_creation').on(record.scope, record.createdAt),
    index('search_records_by_publication').on(record.scope, record.publishedAt),
    index('search_records_by_title').on(record.scope, record.titleKey),
    index('search_records_by_length').on(record.scope, record.minutes),
    index('search_records_stale').on(record.staleOn),
  ],
)

/** The words of a module as people read them: what results show, and what snippets are cut from. */
export const searchTexts = sqliteTable('search_texts', {
  id: integer()
    .primaryKey()
    .references(() => searchRecords.id, { onDelete: 'cascade' }),
  code: text().notNull(),
  title: text().notNull(),
  objective: text().notNull(),
  summary: text().notNull(),
  keywords: text().notNull(),
  competencies: text().notNull(),
  body: text().notNull(),
})

/** A value of a facet, such as the language `fr`: never changed, never removed. */
export const searchTerms = sqliteTable(
  'search_terms',
  {
    id: integer().primaryKey(),
    facet: text().notNull(),
    value: text().notNull(),
  },
  (term) => [unique('search_terms_once').on(term.facet, term.value)],
)

/** How many modules of a scope have a value: triggers keep it in step with `search_records`. */
export const searchCounts = sqliteTable(
  'search_counts',
  {
    scope: text().notNull(),
    termId: integer()
      .notNull()
      .references(() => searchTerms.id),
    facet: text().notNull(),
    count: integer().notNull(),
  },
  (count) => [
    primaryKey({ columns: [count.scope, count.termId] }),
    index('search_counts_by_facet').on(count.scope, count.facet, count.count),
  ],
)

/** A search that somebody gave a name. Personal data: all columns; kept until it is removed. */
export const savedSearches = sqliteTable(
  'saved_searches',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** As it stands in an address, after the question mark. */
    query: text().notNull(),
    savedAt: integer().notNull(),
  },
  (search) => [
    unique('saved_searches_by_name').on(search.personId, search.organisationId, search.name),
  ],
)

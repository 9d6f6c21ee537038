import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** An edition of a module as an organisation's statements name it. */
export const editions = sqliteTable(
  'editions',
  {
    id: integer().primaryKey(),
    organisationId: text().notNull(),
    moduleId: text().notNull(),
    major: integer().notNull(),
    minor: integer().notNull(),
    /** SHA-256 of the revision that was shown. */
    digest: text().notNull(),
  },
  (edition) => [
    uniqueIndex('editions_by_name').on(
      edition.moduleId,
      edition.organisationId,
      edition.digest,
      edition.major,
      edition.minor,
    ),
  ],
)

/**
 * One learner's attempt at one edition: all that its statements say, folded into facts. The
 * order in which they came does not matter. Personal data: `facts` holds the actor's
 * identifier.
 */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer().primaryKey(),
    editionId: integer()
      .notNull()
      .references(() => editions.id),
    /** UUID, lower case. */
    registration: text().notNull(),
    /** Time of the last statement: milliseconds since 1970, UTC. */
    lastAt: integer().notNull(),
    /** JSON of `Facts` (`app/lrs/rollups/facts.ts`). */
    facts: text().notNull(),
  },
  (attempt) => [
    uniqueIndex('attempts_by_registration').on(attempt.editionId, attempt.registration),
    index('attempts_by_last').on(attempt.editionId, attempt.lastAt),
  ],
)

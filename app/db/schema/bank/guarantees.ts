import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { aspects } from '#content-schema/module.ts'
import { people } from './accounts.ts'
import { modules } from './modules.ts'

/**
 * Who answers for one aspect of a module, and until when.
 *
 * Rows are added, never edited: a renewal is a new row, so an auditor can read who answered
 * for a module on any past day. Personal data: `personId`; kept as long as the module.
 */
export const guarantees = sqliteTable(
  'guarantees',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    aspect: text({ enum: aspects }).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** First and last day covered, `YYYY-MM-DD` in Paris: a promise runs in days, not instants. */
    startsOn: text().notNull(),
    endsOn: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    recordedAt: integer().notNull(),
  },
  (guarantee) => [
    index('guarantees_of_module').on(guarantee.moduleId, guarantee.aspect),
    index('guarantees_ending_soon').on(guarantee.endsOn),
    check('guarantees_end_after_start', sql`${guarantee.endsOn} >= ${guarantee.startsOn}`),
  ],
)

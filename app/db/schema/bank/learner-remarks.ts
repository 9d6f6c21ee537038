import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './accounts.ts'
import { modules } from './modules.ts'

export const remarkStates = ['read', 'handled'] as const
/** What became of a learner's remark. */
export type RemarkState = (typeof remarkStates)[number]

/**
 * What the team did about a learner's remark. The remark itself is in the other database, with the
 * statement that it came in. Rows are added, never edited: the last one holds. Personal data:
 * `personId`; kept as long as the module.
 */
export const remarkHandlings = sqliteTable(
  'remark_handlings',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** UUID of the statement, lower case. */
    statementId: text().notNull(),
    state: text({ enum: remarkStates }).notNull(),
    note: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    handledAt: integer().notNull(),
  },
  (row) => [index('remark_handlings_of_remark').on(row.moduleId, row.statementId)],
)

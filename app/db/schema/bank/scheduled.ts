import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './accounts.ts'

/** Work that is done once a day: a row says that it was, whichever process did it. */
export const scheduledRuns = sqliteTable(
  'scheduled_runs',
  {
    name: text().notNull(),
    /** `YYYY-MM-DD` in Paris. */
    day: text().notNull(),
    /** Milliseconds since 1970, UTC. */
    ranAt: integer().notNull(),
  },
  (run) => [primaryKey({ columns: [run.name, run.day] })],
)

/** What a person chose about how they are told; without a row, what ships. Personal data: all columns. */
export const personalSettings = sqliteTable('personal_settings', {
  personId: text()
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  /** Whether a letter says each morning what needs them. */
  dailyLetter: integer({ mode: 'boolean' }).notNull().default(true),
})

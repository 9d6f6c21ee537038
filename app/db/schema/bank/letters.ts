import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations } from './accounts.ts'

export const letterStates = ['waiting', 'sent', 'given-up'] as const
export type LetterState = (typeof letterStates)[number]

/**
 * An e-mail that has to go out, written in the transaction of what it tells. Once it went, its text
 * goes too: it may hold a personal link. Personal data: `address`, `name`, `text`, `html`.
 */
export const letters = sqliteTable(
  'letters',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    address: text().notNull(),
    name: text().notNull(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
    subject: text().notNull(),
    /** Empty once it went, or was given up. */
    text: text().notNull(),
    html: text().notNull(),
    state: text({ enum: letterStates }).notNull().default('waiting'),
    /** Milliseconds since 1970, UTC. */
    writtenAt: integer().notNull(),
    /** Not tried before. */
    nextTryAt: integer().notNull(),
    tries: integer().notNull().default(0),
    /** What the mail server answered last; empty when nothing went wrong. */
    lastAnswer: text().notNull().default(''),
    endedAt: integer(),
  },
  (letter) => [
    index('letters_waiting').on(letter.state, letter.nextTryAt),
    index('letters_of_organisation').on(letter.organisationId, letter.writtenAt),
  ],
)

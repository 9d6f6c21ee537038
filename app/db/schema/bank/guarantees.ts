import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { aspects } from '#content-schema/module.ts'
import { people } from './accounts.ts'
import { modules } from './modules.ts'

/**
 * Who answers for one aspect of a module, and until when.
 *
 * Rows are added, never edited: a renewal is a new row, so an auditor can read who answered
 * for a module on any past day. One counts once its guarantor accepted it (`guarantee_answers`).
 * Personal data: `personId`, `deputyId`, `recordedBy`; kept as long as the module.
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
    /** Who has the work when the guarantor has left; `null`: nobody was named. */
    deputyId: text().references(() => people.id, { onDelete: 'restrict' }),
    /** Months after which somebody is to look again; `null`: at the end only. */
    lookEvery: integer(),
    /** What to keep an eye on, and what was said on asking or on signing. */
    toWatch: text().notNull().default(''),
    note: text().notNull().default(''),
    /** Digest of the revision that was looked at; `null` where it was asked of somebody. */
    signedDigest: text(),
    /** The guarantee that it takes over from somebody who leaves, for the same term. */
    handedFrom: text().references((): AnySQLiteColumn => guarantees.id, {
      onDelete: 'cascade',
    }),
  },
  (guarantee) => [
    index('guarantees_of_module').on(guarantee.moduleId, guarantee.aspect),
    index('guarantees_ending_soon').on(guarantee.endsOn),
    check('guarantees_end_after_start', sql`${guarantee.endsOn} >= ${guarantee.startsOn}`),
  ],
)

/**
 * What a guarantor said of what was asked of them; nothing counts without it. Added, never edited.
 * Personal data: `answeredBy`; kept as long as the module.
 */
export const guaranteeAnswers = sqliteTable('guarantee_answers', {
  guaranteeId: text()
    .primaryKey()
    .references(() => guarantees.id, { onDelete: 'cascade' }),
  answer: text({ enum: ['accepted', 'declined'] }).notNull(),
  /** Why it was declined. */
  reason: text().notNull().default(''),
  answeredBy: text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  /** Milliseconds since 1970, UTC. */
  answeredAt: integer().notNull(),
})

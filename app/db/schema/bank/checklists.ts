import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { aspects } from '#content-schema/module.ts'
import { organisations, people } from './accounts.ts'
import { reviews } from './review.ts'

/** One thing to look at: its key stays when its words change. */
export type ChecklistItem = { key: string; text: string }

/**
 * What an organisation has its reviewers look at for one aspect, in order; without a row, what ships
 * with the product. Personal data: `changedBy`.
 */
export const checklists = sqliteTable(
  'checklists',
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    aspect: text({ enum: aspects }).notNull(),
    /** None where the organisation has nothing looked at in particular. */
    items: text({ mode: 'json' }).notNull().$type<ChecklistItem[]>(),
    changedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
  },
  (list) => [primaryKey({ columns: [list.organisationId, list.aspect] })],
)

/** What can be said of one thing to look at. */
export const checkAnswers = ['yes', 'no', 'not-applicable'] as const
export type CheckAnswer = (typeof checkAnswers)[number]

/**
 * What a reviewer answered to one item, kept with their verdict and like it never rewritten. An item
 * without a row was left unanswered.
 */
export const checklistAnswers = sqliteTable(
  'checklist_answers',
  {
    reviewId: text()
      .notNull()
      .references(() => reviews.id, { onDelete: 'restrict' }),
    aspect: text({ enum: aspects }).notNull(),
    itemKey: text().notNull(),
    /** Place in the list as it stood, from 0. */
    place: integer().notNull(),
    /** The item's words as the reviewer read them. */
    text: text().notNull(),
    answer: text({ enum: checkAnswers }).notNull(),
    note: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.reviewId, row.aspect, row.itemKey] })],
)

import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './accounts.ts'
import { modules, revisions } from './modules.ts'

/** A review asked of one expert on one frozen revision. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    revisionId: text()
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    expertId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    requestedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    requestedAt: integer().notNull(),
    /** Last day wished for, `YYYY-MM-DD`; `null` when there is no hurry. */
    dueOn: text(),
    message: text().notNull(),
  },
  (review) => [
    index('reviews_of_module').on(review.moduleId, review.requestedAt),
    index('reviews_of_expert').on(review.expertId),
  ],
)

/**
 * An expert's signature on a digest. Never rewritten: whether it still holds is computed by
 * comparing its digest with the draft's.
 */
export const verdicts = sqliteTable('verdicts', {
  reviewId: text()
    .primaryKey()
    .references(() => reviews.id, { onDelete: 'restrict' }),
  value: text({ enum: ['approved', 'changes-asked'] }).notNull(),
  digest: text().notNull(),
  note: text().notNull(),
  personId: text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  givenAt: integer().notNull(),
})

/** What a reviewer says of a node, or (`nodeId` null) of the whole module. */
export const remarks = sqliteTable(
  'remarks',
  {
    id: text().primaryKey(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    nodeId: text(),
    /** First words of the node when the remark was made: enough to find what it spoke of. */
    quote: text().notNull(),
    body: text().notNull(),
    authorId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    madeAt: integer().notNull(),
    resolvedAt: integer(),
    resolvedBy: text().references(() => people.id, { onDelete: 'restrict' }),
  },
  (remark) => [index('remarks_of_review').on(remark.reviewId, remark.madeAt)],
)

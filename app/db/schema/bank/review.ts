import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { people } from './accounts.ts'
import { modules, revisions } from './modules.ts'

/** A review asked of one expert on one frozen revision, for some of its aspects. */
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
    /** What they are asked to look at. */
    aspects: text({ mode: 'json' })
      .notNull()
      .$type<Aspect[]>()
      .default([...aspects]),
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

/** What an expert may say of an aspect. Whoever abstains says why, and counts as neither. */
export const verdictValues = ['approved', 'changes-asked', 'abstained'] as const
export type VerdictValue = (typeof verdictValues)[number]

/**
 * An expert's signature on one aspect of a digest; all those of a review are given together. Never
 * rewritten: whether it still holds is computed, by comparing its scope with the draft's.
 */
export const verdicts = sqliteTable(
  'verdicts',
  {
    reviewId: text()
      .notNull()
      .references(() => reviews.id, { onDelete: 'restrict' }),
    aspect: text({ enum: aspects }).notNull(),
    value: text({ enum: verdictValues }).notNull(),
    digest: text().notNull(),
    /**
     * SHA-256 of what the aspect is about; `null` where it was given on the module as a whole: it
     * then holds for that digest alone.
     */
    scopeDigest: text(),
    note: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    givenAt: integer().notNull(),
  },
  (verdict) => [primaryKey({ columns: [verdict.reviewId, verdict.aspect] })],
)

/** Who wrote a module, and when last: nobody approves what they wrote. */
export const contributions = sqliteTable(
  'contributions',
  {
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Of their last accepted save: milliseconds since 1970, UTC. */
    savedAt: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.moduleId, row.personId] })],
)

/** What a reviewer means by a remark; a problem alone keeps a module back. */
export const remarkKinds = ['question', 'correction', 'problem', 'idea'] as const
export type RemarkKind = (typeof remarkKinds)[number]

/**
 * What a reviewer says of a node, of some words in it, or (`nodeId` null) of the whole module. It is
 * its author's alone until the review is given.
 */
export const remarks = sqliteTable(
  'remarks',
  {
    id: text().primaryKey(),
    reviewId: text()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    kind: text({ enum: remarkKinds }).notNull().default('correction'),
    nodeId: text(),
    /** First words of the node when the remark was made. */
    quote: text().notNull(),
    /** The words it is about and what stood around them, as `content-schema/anchors` finds them again; empty: the node. */
    words: text().notNull().default(''),
    before: text().notNull().default(''),
    after: text().notNull().default(''),
    offset: integer().notNull().default(0),
    body: text().notNull(),
    authorId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    madeAt: integer().notNull(),
    resolvedAt: integer(),
    /** What was done about it. */
    answer: text().notNull().default(''),
    resolvedBy: text().references(() => people.id, { onDelete: 'restrict' }),
  },
  (remark) => [index('remarks_of_review').on(remark.reviewId, remark.madeAt)],
)

import {
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { people } from './accounts.ts'
import { modules, revisions } from './modules.ts'

/**
 * All that is asked on one frozen revision: the first round of a module, the second… Who is asked
 * later on the same revision joins it; what is said to each, and their day, stand on their review.
 */
export const reviewRounds = sqliteTable(
  'review_rounds',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    revisionId: text()
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    /** From 1, in each module. */
    number: integer().notNull(),
    startedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    startedAt: integer().notNull(),
  },
  (round) => [
    uniqueIndex('review_rounds_of_module').on(round.moduleId, round.number),
    uniqueIndex('review_rounds_of_revision').on(round.revisionId),
  ],
)

/** How a review ends without a verdict: whoever was asked declines, or whoever asked takes it back. */
export const reviewEnds = ['declined', 'withdrawn'] as const
export type ReviewEnd = (typeof reviewEnds)[number]

/** A review asked of one expert, member or guest, in a round, for some of its aspects. */
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
    roundId: text()
      .notNull()
      .references(() => reviewRounds.id, { onDelete: 'cascade' }),
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
    /** The name that a guest gave: what they sign carries it, whoever the link was sent to. */
    signsAs: text(),
    /** `null` while it is waited for, and once it is given. */
    endedAs: text({ enum: reviewEnds }),
    endedAt: integer(),
    /** Why somebody declined. */
    endedReason: text().notNull().default(''),
  },
  (review) => [
    index('reviews_of_module').on(review.moduleId, review.requestedAt),
    index('reviews_of_expert').on(review.expertId),
    index('reviews_of_round').on(review.roundId),
  ],
)

/** Which text a reviewer had in front of them, first and last: their next round is compared with it. */
export const reviewVisits = sqliteTable(
  'review_visits',
  {
    reviewId: text()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    digest: text().notNull(),
    /** Milliseconds since 1970, UTC. */
    firstAt: integer().notNull(),
    lastAt: integer().notNull(),
  },
  (visit) => [primaryKey({ columns: [visit.reviewId, visit.digest] })],
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
    /** The moment of a sound or a film that it is about, in seconds. */
    seconds: real(),
    body: text().notNull(),
    /** What the node should say instead, and what it said then; `null` where nothing is proposed. */
    proposal: text(),
    proposedFor: text(),
    authorId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    madeAt: integer().notNull(),
    resolvedAt: integer(),
    /** What was done about it. */
    answer: text().notNull().default(''),
    resolvedBy: text().references(() => people.id, { onDelete: 'restrict' }),
    /** Whether it was dealt with by taking up what was proposed. */
    accepted: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (remark) => [index('remarks_of_review').on(remark.reviewId, remark.madeAt)],
)

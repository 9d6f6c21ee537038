import {
  type AnySQLiteColumn,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core'
import { editions } from './attempts.ts'

/**
 * What pages read. Each row is a sum of whole numbers over attempts, kept in the transaction
 * that accepts the statements: it equals a recomputation from them, exactly. A row whose sums
 * are all zero is removed. The migration makes these tables `WITHOUT ROWID`.
 */
const editionId = () =>
  integer()
    .notNull()
    .references((): AnySQLiteColumn => editions.id)

/** Attempts by the day they started. */
export const editionDays = sqliteTable(
  'edition_days',
  {
    editionId: editionId(),
    /** Days since 1970-01-01, UTC. */
    day: integer().notNull(),
    attempts: integer().notNull(),
    completed: integer().notNull(),
    passed: integer().notNull(),
    failed: integer().notNull(),
  },
  (cell) => [primaryKey({ columns: [cell.editionId, cell.day] })],
)

/**
 * Attempts by the day of the last thing they said from a package: each once, so that those after a
 * day are those who were there since. It is what the package says of itself: a learner could lie.
 */
export const packageDays = sqliteTable(
  'package_days',
  {
    editionId: editionId(),
    packageId: text().notNull(),
    /** Days since 1970-01-01, UTC. */
    day: integer().notNull(),
    attempts: integer().notNull(),
  },
  (cell) => [primaryKey({ columns: [cell.editionId, cell.packageId, cell.day] })],
)

/** How many attempts each actor made; as many rows as learners. Personal data: `actor`. */
export const editionLearners = sqliteTable(
  'edition_learners',
  {
    editionId: editionId(),
    /** What identifies the actor, as the agent filter of the endpoint compares it. */
    actor: text().notNull(),
    attempts: integer().notNull(),
  },
  (cell) => [primaryKey({ columns: [cell.editionId, cell.actor] })],
)

/**
 * Sections: seen by how many attempts, and the last one seen by how many that did not complete.
 */
export const sectionReach = sqliteTable(
  'section_reach',
  {
    editionId: editionId(),
    sectionId: text().notNull(),
    reached: integer().notNull(),
    stopped: integer().notNull(),
  },
  (cell) => [primaryKey({ columns: [cell.editionId, cell.sectionId] })],
)

/**
 * Attempts by active time: in a section, or (`sectionId` empty) in the whole module for those
 * that completed it. From the counts a median is read, which no sum could give.
 */
export const activeTimes = sqliteTable(
  'active_times',
  {
    editionId: editionId(),
    sectionId: text().notNull(),
    /** See `timeBucket`. */
    bucket: integer().notNull(),
    attempts: integer().notNull(),
  },
  (cell) => [primaryKey({ columns: [cell.editionId, cell.sectionId, cell.bucket] })],
)

/**
 * First answers to a question, one an attempt. Marks are in thousandths; `rest` is the sum of
 * the marks of the attempt's other questions, from which discrimination comes.
 */
export const questionMarks = sqliteTable(
  'question_marks',
  {
    editionId: editionId(),
    questionId: text().notNull(),
    /** Answers given to another key are answers to another question. */
    keyDigest: text().notNull(),
    answers: integer().notNull(),
    succeeded: integer().notNull(),
    /** Tries of these attempts, first ones included. */
    tries: integer().notNull(),
    mark: integer().notNull(),
    markSquared: integer().notNull(),
    rest: integer().notNull(),
    restSquared: integer().notNull(),
    markTimesRest: integer().notNull(),
  },
  (cell) => [primaryKey({ columns: [cell.editionId, cell.questionId, cell.keyDigest] })],
)

/**
 * Ratings of parts of a module, the last one of each attempt. A learner may make several attempts: of
 * these rows of theirs, the latest counts. Personal data: `actor`.
 */
export const partRatings = sqliteTable(
  'part_ratings',
  {
    editionId: editionId(),
    /** A section, or an element in one. */
    nodeId: text().notNull(),
    /** What identifies the actor, as the agent filter of the endpoint compares it. */
    actor: text().notNull(),
    /** Milliseconds since 1970, UTC, by the learner's clock. */
    at: integer().notNull(),
    statementId: text().notNull(),
    /** 1 to 5. */
    rating: integer().notNull(),
    /** Always 1: rows are added and taken away as all sums are. */
    ratings: integer().notNull(),
  },
  (cell) => [
    primaryKey({
      columns: [
        cell.editionId,
        cell.nodeId,
        cell.actor,
        cell.at,
        cell.statementId,
        cell.rating,
      ],
    }),
  ],
)

/**
 * What learners remarked on parts of a module: one row a statement that still stands, without the
 * actor. Personal data: `text`, since people write what they want; kept as long as its statement.
 */
export const learnerRemarks = sqliteTable(
  'learner_remarks',
  {
    editionId: editionId(),
    /** Milliseconds since 1970, UTC, by the learner's clock. */
    at: integer().notNull(),
    /** UUID, lower case. */
    statementId: text().notNull(),
    nodeId: text().notNull(),
    /** At most a thousand characters, addresses and telephone numbers taken out. */
    text: text().notNull(),
  },
  (remark) => [primaryKey({ columns: [remark.editionId, remark.at, remark.statementId] })],
)

/** What was answered at the first try, as it was given. */
export const questionResponses = sqliteTable(
  'question_responses',
  {
    editionId: editionId(),
    questionId: text().notNull(),
    keyDigest: text().notNull(),
    /** `result.response`, cut to 200 characters. */
    response: text().notNull(),
    answers: integer().notNull(),
  },
  (cell) => [
    primaryKey({ columns: [cell.editionId, cell.questionId, cell.keyDigest, cell.response] }),
  ],
)

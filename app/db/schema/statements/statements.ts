import { sql } from 'drizzle-orm'
import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/**
 * What was received on the xAPI endpoint, as it is given back.
 *
 * Rows are added, never edited, except `voided`. `seq` and `storedAt` grow together, so that an
 * order by one is an order by the other, and a page that ends at a `seq` stays where it is.
 * Personal data: `payload` names its actor by what the LMS gave, or by a pseudonym when a
 * package sent it; kept as long as the organisation keeps its statements.
 */
export const statements = sqliteTable(
  'statements',
  {
    seq: integer().primaryKey(),
    /** The organisation of the credential that wrote it: nobody else reads it. */
    organisationId: text().notNull(),
    /** The 16 bytes of the statement's UUID, so that case does not matter. */
    id: blob({ mode: 'buffer' }).notNull(),
    /** Milliseconds since 1970, UTC. */
    storedAt: integer().notNull(),
    /** Who wrote it: what a leaked key sent can be found and left out. */
    credentialKey: text().notNull(),
    /** The statement that this one is about (StatementRef), as 16 bytes. */
    targetId: blob({ mode: 'buffer' }),
    /** Its verb is `voided`: it takes its target out, and cannot be taken out itself. */
    voiding: integer({ mode: 'boolean' }).notNull(),
    voided: integer({ mode: 'boolean' }).notNull(),
    /** The statement as JSON, with what the server sets. */
    payload: text().notNull(),
  },
  (statement) => [
    uniqueIndex('statements_by_id').on(statement.organisationId, statement.id),
    index('statements_by_organisation').on(statement.organisationId, statement.seq),
    index('statements_by_time').on(statement.storedAt),
    index('statements_by_target')
      .on(statement.organisationId, statement.targetId)
      .where(sql`${statement.targetId} is not null`),
  ],
)

/**
 * Files that came with statements, as they came: each once in an organisation, whichever statements
 * name it. Personal data: `content`; kept as long as a statement that names it.
 */
export const attachments = sqliteTable(
  'attachments',
  {
    organisationId: text().notNull(),
    /** Hexadecimal, lower case; SHA-224 to SHA-512. */
    sha2: text().notNull(),
    contentType: text().notNull(),
    content: blob({ mode: 'buffer' }).notNull(),
  },
  (file) => [primaryKey({ columns: [file.organisationId, file.sha2] })],
)

export const termKinds = ['agent', 'activity', 'verb', 'registration'] as const
export type TermKind = (typeof termKinds)[number]

/**
 * Each identifier that statements of an organisation can be looked up by, once: an IRI of 80
 * characters stands in thousands of statements. Personal data: rows of kind `agent`.
 */
export const terms = sqliteTable(
  'terms',
  {
    id: integer().primaryKey(),
    organisationId: text().notNull(),
    kind: text({ enum: termKinds }).notNull(),
    value: text().notNull(),
  },
  (term) => [uniqueIndex('terms_by_value').on(term.organisationId, term.kind, term.value)],
)

/**
 * Where a filter looks: `direct` is the plain one (the actor or object), `anywhere` the related
 * one. A direct mention has both rows, so that either filter reads one range of the key.
 */
export const mentionPlaces = { direct: 0, anywhere: 1 } as const

/**
 * Which statements mention a term; a statement about another statement mentions what that one
 * does, since a filter must find it too. The migration makes it `WITHOUT ROWID`: eleven rows a
 * statement, and the key is the row.
 *
 * @see xAPI 1.0.3, Communication 2.1.3, Filter Conditions for StatementRefs
 */
export const mentions = sqliteTable(
  'mentions',
  {
    termId: integer().notNull(),
    place: integer().notNull(),
    seq: integer().notNull(),
  },
  (mention) => [primaryKey({ columns: [mention.termId, mention.place, mention.seq] })],
)

/**
 * The key that turns what names a learner into a pseudonym, one an organisation. Destroying it
 * cuts for good the link between pseudonyms and people.
 */
export const pseudonymKeys = sqliteTable('pseudonym_keys', {
  organisationId: text().primaryKey(),
  key: blob({ mode: 'buffer' }).notNull(),
})

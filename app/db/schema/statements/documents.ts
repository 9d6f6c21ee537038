import { blob, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const documentKinds = ['state', 'agent-profile', 'activity-profile'] as const
export type DocumentKind = (typeof documentKinds)[number]

/**
 * What programs keep on the xAPI endpoint beside statements: states of a learner in an activity,
 * profiles of agents and of activities. Given back byte for byte. A parameter that a kind does
 * not have, or that was not given, is empty.
 *
 * Personal data: `agent`, and `content` of states and agent profiles; kept until it is deleted.
 *
 * @see xAPI 1.0.3, Communication 2.2 to 2.7
 */
export const documents = sqliteTable(
  'documents',
  {
    id: integer().primaryKey(),
    /** The organisation of the credential that wrote it: nobody else reads it. */
    organisationId: text().notNull(),
    kind: text({ enum: documentKinds }).notNull(),
    activityId: text().notNull(),
    /** What identifies the agent, as the agent filter of the statements compares it. */
    agent: text().notNull(),
    /** UUID, lower case. */
    registration: text().notNull(),
    /** `stateId` or `profileId`. */
    documentId: text().notNull(),
    contentType: text().notNull(),
    content: blob({ mode: 'buffer' }).notNull(),
    /** SHA-1 of the content in hexadecimal, as version 1.0.3 wants it. */
    etag: text().notNull(),
    /** Milliseconds since 1970, UTC. */
    updatedAt: integer().notNull(),
    credentialKey: text().notNull(),
  },
  (document) => [
    uniqueIndex('documents_by_place').on(
      document.organisationId,
      document.kind,
      document.activityId,
      document.agent,
      document.registration,
      document.documentId,
    ),
  ],
)

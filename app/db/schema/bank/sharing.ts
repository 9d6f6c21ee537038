import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'
import { modules } from './modules.ts'

/** Organisations that share among themselves. */
export const networks = sqliteTable('networks', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Milliseconds since 1970, UTC. */
  createdAt: integer().notNull(),
})

/**
 * Who is in a network. An organisation that was invited is not in it before it has accepted; one
 * that left or declined has no row. Personal data: `invitedBy`.
 */
export const networkMembers = sqliteTable(
  'network_members',
  {
    networkId: text()
      .notNull()
      .references(() => networks.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    state: text({ enum: ['invited', 'member'] }).notNull(),
    invitedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Of the invitation, then of the answer: milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
  },
  (member) => [
    primaryKey({ columns: [member.networkId, member.organisationId] }),
    index('network_members_by_organisation').on(member.organisationId, member.state),
  ],
)

export const visibilities = ['private', 'organisations', 'network', 'public'] as const
export type Visibility = (typeof visibilities)[number]

/**
 * Who else may find, read and reuse the latest edition of a module; without a row nobody may.
 * Personal data: `changedBy`.
 */
export const sharings = sqliteTable(
  'sharings',
  {
    moduleId: text()
      .primaryKey()
      .references(() => modules.id, { onDelete: 'cascade' }),
    visibility: text({ enum: visibilities }).notNull(),
    /** With whom, where that is a network; else `null`. */
    networkId: text().references(() => networks.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
    changedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
  },
  (sharing) => [index('sharings_by_network').on(sharing.networkId)],
)

/** The organisations with which a module is shared by name. */
export const sharedWith = sqliteTable(
  'shared_with',
  {
    moduleId: text()
      .notNull()
      .references(() => sharings.moduleId, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
  },
  (row) => [primaryKey({ columns: [row.moduleId, row.organisationId] })],
)

/**
 * What was ever public, so that those who copied its description hear when it no longer is. A row
 * outlives its module, and is written in the transaction that changes what is public of it.
 */
export const publicRecords = sqliteTable(
  'public_records',
  {
    moduleId: text().primaryKey(),
    organisationId: text().notNull(),
    isPublic: integer({ mode: 'boolean' }).notNull(),
    /** Of the last publication, opening or closing: milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
  },
  (record) => [index('public_records_by_change').on(record.changedAt, record.moduleId)],
)

/**
 * Other organisations whose designers write a module too. One that was invited writes nothing
 * before it has accepted; one that declined has no row. One that left or was removed is `former`:
 * it may do nothing any more, and is still credited. Personal data: `invitedBy`.
 */
export const coAuthors = sqliteTable(
  'co_authors',
  {
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    state: text({ enum: ['invited', 'accepted', 'former'] }).notNull(),
    mayPublish: integer({ mode: 'boolean' }).notNull(),
    invitedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** When it first accepted, milliseconds since 1970, UTC; `null`: it never wrote anything. */
    joinedAt: integer(),
    /** Of the invitation, then of the answer: milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
  },
  (coAuthor) => [
    primaryKey({ columns: [coAuthor.moduleId, coAuthor.organisationId] }),
    index('co_authors_by_organisation').on(coAuthor.organisationId, coAuthor.state),
  ],
)

/**
 * What visitors of the public catalogue wrote to an organisation. Personal data: `name`, `email`,
 * `body` and `address`; kept until it was dealt with, a year at most.
 */
export const visitorMessages = sqliteTable(
  'visitor_messages',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    email: text().notNull(),
    body: text().notNull(),
    /** Where from, so that one visitor cannot fill the bank. */
    address: text().notNull(),
    /** Milliseconds since 1970, UTC. */
    sentAt: integer().notNull(),
  },
  (message) => [
    index('visitor_messages_to').on(message.organisationId, message.sentAt),
    index('visitor_messages_from').on(message.address, message.sentAt),
  ],
)

import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who shares a bank of modules. */
export const organisations = sqliteTable('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
})

/** Someone who signs in. Personal data: all columns; kept while the account exists. */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Lower case. */
  email: text().notNull().unique(),
  /** argon2id, with its parameters and salt. */
  passwordHash: text().notNull(),
  /** Language of the screens; `null` follows the browser. */
  language: text({ enum: ['fr', 'en'] }),
})

export const roles = ['designer', 'expert', 'publisher', 'quality', 'administrator'] as const
export type Role = (typeof roles)[number]

/** What a person may do in an organisation; several rows for several roles. */
export const memberships = sqliteTable(
  'memberships',
  {
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    role: text({ enum: roles }).notNull(),
  },
  (membership) => [
    primaryKey({ columns: [membership.personId, membership.organisationId, membership.role] }),
  ],
)

/** A browser that is signed in. Only a digest of the cookie is kept: a stolen file opens no session. */
export const sessions = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the 256 random bits in the cookie. */
    tokenDigest: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Milliseconds since 1970, UTC. */
    expiresAt: integer().notNull(),
  },
  (session) => [index('sessions_expiring').on(session.expiresAt)],
)

/**
 * Sign-ins that failed, so that guessing slows down; forgotten after a day.
 * Personal data: the address tried and where from.
 */
export const failedSignIns = sqliteTable(
  'failed_sign_ins',
  {
    id: integer().primaryKey(),
    email: text().notNull(),
    address: text().notNull(),
    at: integer().notNull().default(sql`(unixepoch() * 1000)`),
  },
  (attempt) => [
    index('failed_sign_ins_by_email').on(attempt.email, attempt.at),
    index('failed_sign_ins_by_address').on(attempt.address, attempt.at),
  ],
)

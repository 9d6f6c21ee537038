import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

/** Who shares a bank of modules. */
export const organisations = sqliteTable('organisations', {
  id: text().primaryKey(),
  name: text().notNull(),
})

/**
 * Someone who signs in, or a guest who comes by a personal link and never does. Personal data: all
 * columns; kept while the account exists, or while what a guest signed is evidence.
 */
export const people = sqliteTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** What they sign in with, lower case; `null` for a guest. */
  email: text().unique(),
  /** argon2id, with its parameters and salt; `null` for a guest. */
  passwordHash: text(),
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

/**
 * Somebody without an account whom an organisation invites; another that invites them knows another
 * guest. Personal data: all columns.
 */
export const guests = sqliteTable(
  'guests',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Where their letters go, lower case; `null` where links are handed over in another way. */
    email: text(),
    language: text({ enum: ['fr', 'en'] }).notNull(),
  },
  (guest) => [unique('guests_email_in_organisation').on(guest.organisationId, guest.email)],
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

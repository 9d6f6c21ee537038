import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'

export const forwardingVersions = ['1.0.3', '2.0.0'] as const
export type ForwardingVersion = (typeof forwardingVersions)[number]

/** `paused`: somebody stopped it; `refused`: the LRS no longer lets us in, or takes nothing at all. */
export const forwardingStates = ['running', 'paused', 'refused'] as const
export type ForwardingState = (typeof forwardingStates)[number]

/** Why a try failed: `code` names a sentence of the page, `params` what stands in it. */
export type ForwardingFailure = { code: string; params: Record<string, string | number> }

/**
 * Another LRS that an organisation's statements are passed on to. The statements themselves, in the
 * order they were stored, are what waits: `cursorAt` and `cursorSeq` say up to where it has taken
 * them. Personal data: `addedBy`.
 */
export const forwardingTargets = sqliteTable(
  'forwarding_targets',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** https, without `/statements`. */
    endpoint: text().notNull(),
    key: text().notNull(),
    /** Sealed with the key of the installation: to be used, never shown. */
    sealedSecret: text().notNull(),
    version: text({ enum: forwardingVersions }).notNull(),
    /** Empty: all. */
    moduleIds: text({ mode: 'json' }).notNull().$type<string[]>(),
    /** IRIs; empty: all. */
    verbIds: text({ mode: 'json' }).notNull().$type<string[]>(),
    /** Whether what is told in trials goes too. */
    trials: integer({ mode: 'boolean' }).notNull(),
    state: text({ enum: forwardingStates }).notNull(),
    /** Of the last statement that it has taken, or that was not for it: milliseconds since 1970, UTC. */
    cursorAt: integer().notNull(),
    /** Among those of the same millisecond. */
    cursorSeq: integer().notNull(),
    /** Statements that it took. */
    sent: integer().notNull().default(0),
    addedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC, as all that follow. */
    addedAt: integer().notNull(),
    lastSuccessAt: integer(),
    lastFailureAt: integer(),
    failure: text({ mode: 'json' }).$type<ForwardingFailure>(),
    /** In a row. */
    failures: integer().notNull().default(0),
    nextTryAt: integer().notNull().default(0),
    /** Which process sends to it, and until when nobody else does. */
    leaseHolder: text(),
    leaseUntil: integer().notNull().default(0),
  },
  (target) => [
    index('forwarding_targets_due').on(target.state, target.nextTryAt),
    index('forwarding_targets_of_organisation').on(target.organisationId),
  ],
)

export const deadLetterStates = ['kept', 'resend'] as const
export type DeadLetterState = (typeof deadLetterStates)[number]

/**
 * A statement that a target refuses, by its id alone: its words stay in one place, so that what is
 * erased there is gone. Removed once it was taken or given up.
 */
export const forwardingDeadLetters = sqliteTable(
  'forwarding_dead_letters',
  {
    targetId: text()
      .notNull()
      .references(() => forwardingTargets.id, { onDelete: 'cascade' }),
    /** UUID, lower case. */
    statementId: text().notNull(),
    /** HTTP. */
    status: integer().notNull(),
    /** What the target answered, as text and shortened. */
    answer: text().notNull(),
    state: text({ enum: deadLetterStates }).notNull(),
    /** Milliseconds since 1970, UTC. */
    refusedAt: integer().notNull(),
  },
  (letter) => [primaryKey({ columns: [letter.targetId, letter.statementId] })],
)

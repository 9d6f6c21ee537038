import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import {
  type Protocol,
  trialDecisions,
  trialStates,
} from '#content-schema/trials/trial-words.ts'
import { organisations, people } from './accounts.ts'
import { modules, revisions } from './modules.ts'

const person = () => text().references(() => people.id, { onDelete: 'restrict' })

/** How an organisation runs its sessions; a session keeps a copy of the one it began with. */
export const trialProtocols = sqliteTable(
  'trial_protocols',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    content: text({ mode: 'json' }).notNull().$type<Protocol>(),
    changedBy: person().notNull(),
    /** Milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
  },
  (protocol) => [index('trial_protocols_of_organisation').on(protocol.organisationId)],
)

/**
 * A session in which target learners try one frozen revision. Whether its decision still holds is
 * computed from the two scope digests. Personal data: the people who plan, run and decide.
 */
export const trials = sqliteTable(
  'trials',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    revisionId: text()
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    /** SHA-256 of what content and pedagogy are about in the revision, on the day it was frozen. */
    contentScope: text().notNull(),
    pedagogyScope: text().notNull(),
    /** Who runs it: the module's owner, or a co-author. */
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    protocol: text({ mode: 'json' }).notNull().$type<Protocol>(),
    state: text({ enum: trialStates }).notNull(),
    facilitatorId: person().notNull(),
    place: text().notNull(),
    /** `YYYY-MM-DD` in Paris. */
    day: text().notNull(),
    /** The session whose corrections this one looks at again; `null` for a first one. */
    retestOf: text(),
    decision: text({ enum: trialDecisions }),
    rationale: text().notNull().default(''),
    decidedBy: person(),
    decidedAt: integer(),
    plannedBy: person().notNull(),
    plannedAt: integer().notNull(),
    /** When participants could begin, and when they no longer could. */
    startedAt: integer(),
    endedAt: integer(),
  },
  (trial) => [
    index('trials_of_module').on(trial.moduleId, trial.plannedAt),
    check(
      'trials_decided_with_a_decision',
      sql`(${trial.state} = 'decided') = (${trial.decision} is not null)`,
    ),
  ],
)

/** Somebody who tries a module, under a code. Nothing here says who it is. */
export const trialParticipants = sqliteTable(
  'trial_participants',
  {
    id: text().primaryKey(),
    trialId: text()
      .notNull()
      .references(() => trials.id, { onDelete: 'cascade' }),
    /** P01, P02 … */
    code: text().notNull(),
    profile: text().notNull(),
    /** UUID under which statements are stored, whatever the browser says. */
    registration: text().notNull().unique(),
    addedAt: integer().notNull(),
    /** When the module was opened first; `null` before. */
    startedAt: integer(),
    /** When they said they were done. */
    finishedAt: integer(),
    /** The section and the element on their screen, and since when; only where traces were agreed to. */
    sectionId: text(),
    nodeId: text(),
    seenAt: integer(),
  },
  (participant) => [
    unique('trial_participants_code_in_trial').on(participant.trialId, participant.code),
  ],
)

/**
 * Who a participant is, as long as somebody has to know: deleted alone, what they did stays under
 * their code. Personal data: all columns.
 */
export const trialContacts = sqliteTable('trial_contacts', {
  participantId: text()
    .primaryKey()
    .references(() => trialParticipants.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  email: text().notNull(),
})

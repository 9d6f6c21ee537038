import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  consentScopes,
  findingDecisions,
  observationKinds,
  type Severity,
  taskResults,
} from '#content-schema/trials/trial-words.ts'
import { people } from './accounts.ts'
import { revisions } from './modules.ts'
import { trialParticipants, trials } from './trials.ts'

const person = () => text().references(() => people.id, { onDelete: 'restrict' })
const participant = () =>
  text()
    .notNull()
    .references(() => trialParticipants.id, { onDelete: 'cascade' })

/**
 * What a participant agreed to: the text as it stood, scope by scope. A withdrawal is written into
 * the row; consent given again afterwards is another.
 */
export const trialConsents = sqliteTable(
  'trial_consents',
  {
    participantId: participant(),
    scope: text({ enum: consentScopes }).notNull(),
    text: text().notNull(),
    /** Milliseconds since 1970, UTC. */
    givenAt: integer().notNull(),
    withdrawnAt: integer(),
  },
  (consent) => [
    primaryKey({ columns: [consent.participantId, consent.scope, consent.givenAt] }),
  ],
)

/** What whoever runs the session saw or heard. The browser makes the id: sent twice, it counts once. */
export const trialObservations = sqliteTable(
  'trial_observations',
  {
    id: text().primaryKey(),
    trialId: text()
      .notNull()
      .references(() => trials.id, { onDelete: 'cascade' }),
    participantId: participant(),
    /** Of the protocol; `null` outside any. */
    taskId: text(),
    /** What was on screen; `null` when that is not known. */
    nodeId: text(),
    kind: text({ enum: observationKinds }).notNull(),
    text: text().notNull(),
    /** When it was seen, by the observer's clock. */
    at: integer().notNull(),
    observerId: person().notNull(),
  },
  (observation) => [
    index('trial_observations_of_trial').on(observation.trialId, observation.at),
  ],
)

/** How a participant got on with a task; the last word counts. */
export const trialTaskResults = sqliteTable(
  'trial_task_results',
  {
    participantId: participant(),
    taskId: text().notNull(),
    result: text({ enum: taskResults }).notNull(),
    at: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.participantId, row.taskId] })],
)

/** What a participant said of what was on their screen; `nodeId` null speaks of the whole module. */
export const trialRemarks = sqliteTable(
  'trial_remarks',
  {
    id: text().primaryKey(),
    participantId: participant(),
    nodeId: text(),
    /** First words of the node. */
    quote: text().notNull(),
    body: text().notNull(),
    at: integer().notNull(),
  },
  (remark) => [index('trial_remarks_of_participant').on(remark.participantId, remark.at)],
)

/** The questionnaire of one participant: the ten answers of the scale, then those of the protocol's own questions. */
export const trialAnswers = sqliteTable('trial_answers', {
  participantId: participant().primaryKey(),
  /** Ten whole numbers from 1 to 5; `null` when the scale was not asked. */
  sus: text({ mode: 'json' }).$type<number[]>(),
  /** By the question's id; a number for a scale. */
  own: text({ mode: 'json' }).notNull().$type<Record<string, string | number>>(),
  at: integer().notNull(),
})

/** A problem that a session showed: how grave, what is to be done, and whether that was done. */
export const trialFindings = sqliteTable(
  'trial_findings',
  {
    id: text().primaryKey(),
    trialId: text()
      .notNull()
      .references(() => trials.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    nodeId: text(),
    severity: integer().notNull().$type<Severity>(),
    decision: text({ enum: findingDecisions }).notNull(),
    /** Why it was rejected or put off; empty otherwise. */
    reason: text().notNull().default(''),
    duplicateOf: text(),
    fixedIn: text().references(() => revisions.id, { onDelete: 'restrict' }),
    retested: text({ enum: ['ok', 'ko'] }),
    /** Who looked again: a session, or so many participants. */
    retestTrialId: text(),
    retestParticipants: integer().notNull().default(0),
    openedAt: integer().notNull(),
  },
  (finding) => [
    index('trial_findings_of_trial').on(finding.trialId),
    check('trial_findings_severity', sql`${finding.severity} between 0 and 4`),
  ],
)

/** What a finding rests on: an observation, or what a participant said. */
export const trialEvidence = sqliteTable(
  'trial_evidence',
  {
    findingId: text()
      .notNull()
      .references(() => trialFindings.id, { onDelete: 'cascade' }),
    observationId: text().references(() => trialObservations.id, { onDelete: 'cascade' }),
    remarkId: text().references(() => trialRemarks.id, { onDelete: 'cascade' }),
  },
  (row) => [
    index('trial_evidence_of_finding').on(row.findingId),
    index('trial_evidence_by_observation').on(row.observationId),
    index('trial_evidence_by_remark').on(row.remarkId),
  ],
)

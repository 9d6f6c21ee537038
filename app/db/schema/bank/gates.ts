import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { type Aspect, intendedUses } from '#content-schema/module.ts'
import { organisations, people } from './accounts.ts'
import { modules } from './modules.ts'

export const exportsAtEnd = ['allowed', 'warned', 'refused'] as const
export type ExportAtEnd = (typeof exportsAtEnd)[number]

/**
 * What an organisation asks of a module before it goes out, by what the module is meant for; without
 * a row, what ships with the product. Personal data: `changedBy`.
 */
export const gateProfiles = sqliteTable(
  'gate_profiles',
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    intendedUse: text({ enum: intendedUses }).notNull(),
    /** Aspects that an expert must have approved. */
    signOffs: text({ mode: 'json' }).notNull().$type<Aspect[]>(),
    /** Aspects that somebody must answer for. */
    guarantees: text({ mode: 'json' }).notNull().$type<Aspect[]>(),
    /** Whether an edition still goes out once a guarantee of its module has ended. */
    exportAtEnd: text({ enum: exportsAtEnd }).notNull().default('warned'),
    /** How many target learners must have tried it to the end; `null` when none has to. */
    trial: text({ mode: 'json' }).$type<{ participants: number }>(),
    changedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    changedAt: integer().notNull(),
  },
  (profile) => [primaryKey({ columns: [profile.organisationId, profile.intendedUse] })],
)

/** Gates that somebody may decide to go past; what the law or an LMS forbids is not among them. */
export const waivableGates = ['accessibility', 'guarantees', 'approval', 'trial'] as const
export type WaivableGate = (typeof waivableGates)[number]

/**
 * That a module may go out although a gate is closed: who asked and why, until when, who decided.
 * One that was decided is never edited, only taken back. Personal data: `askedBy`, `decidedBy`,
 * `withdrawnBy`; kept as long as the module.
 */
export const waivers = sqliteTable(
  'waivers',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    gate: text({ enum: waivableGates }).notNull(),
    reason: text().notNull(),
    /** Last day, `YYYY-MM-DD` in Paris. */
    endsOn: text().notNull(),
    askedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    askedAt: integer().notNull(),
    /** `null` while nobody has decided. */
    decision: text({ enum: ['granted', 'refused'] }),
    /** Why it was refused, or what was thought of when it was granted. */
    answer: text().notNull().default(''),
    decidedBy: text().references(() => people.id, { onDelete: 'restrict' }),
    decidedAt: integer(),
    withdrawnBy: text().references(() => people.id, { onDelete: 'restrict' }),
    withdrawnAt: integer(),
  },
  (waiver) => [index('waivers_of_module').on(waiver.moduleId, waiver.gate)],
)

/** A waiver as an edition keeps it: whoever meets the edition reads it, whatever became of it since. */
export type KeptWaiver = {
  gate: WaivableGate
  reason: string
  endsOn: string
  /** Name of whoever granted it. */
  grantedBy: string
  grantedAt: number
}

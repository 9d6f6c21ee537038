import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { opportunityDecisions, type Voice } from '#content-schema/opportunity-words.ts'
import { people } from './accounts.ts'
import { modules } from './modules.ts'

/** What the bank has already: modules that somebody looked at, and what they say of them. */
export type ExistingOffer = { moduleIds: string[]; words: string }

/**
 * Why a module is made, or is not: who needs what, who said so, what exists already, and what was
 * decided. The last decision stands here; those before it stand in the audit trail. Personal data:
 * `changedBy`, `decidedBy`, and what quotes and sources may tell; kept as long as the module.
 */
export const moduleOpportunities = sqliteTable('module_opportunities', {
  moduleId: text()
    .primaryKey()
    .references(() => modules.id, { onDelete: 'cascade' }),
  /** Who needs what. */
  need: text().notNull(),
  voices: text({ mode: 'json' }).notNull().$type<Voice[]>(),
  /** Modules of the bank, one's own or shared, in the order in which they were picked. */
  existing: text({ mode: 'json' }).notNull().$type<ExistingOffer>(),
  /** `null` while nobody has decided. */
  decision: text({ enum: opportunityDecisions }),
  reason: text().notNull().default(''),
  /** SHA-256 of the need, the voices and the existing offer that it was decided on. */
  decidedOn: text(),
  decidedBy: text().references(() => people.id, { onDelete: 'restrict' }),
  /** Milliseconds since 1970, UTC. */
  decidedAt: integer(),
  changedBy: text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  changedAt: integer().notNull(),
})

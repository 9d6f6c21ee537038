import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { reaches } from '#content-schema/rights/reason.ts'
import { people } from './accounts.ts'
import { modules } from './modules.ts'
import { packages } from './packages.ts'

/** What a package was asked for: its rights were judged for that use. Older packages have no row. */
export const packageUses = sqliteTable('package_uses', {
  packageId: text()
    .primaryKey()
    .references(() => packages.id, { onDelete: 'cascade' }),
  reach: text({ enum: reaches }).notNull(),
  commercial: integer({ mode: 'boolean' }).notNull(),
})

/**
 * That files which exclude commercial use may be used so in a module, and why: rows are added, never
 * edited but for their withdrawal. Personal data: `decidedBy`, `withdrawnBy`; kept as long as the module.
 */
export const commercialDecisions = sqliteTable(
  'commercial_decisions',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** SHA-256 of each file it speaks of: one that comes later asks for a decision of its own. */
    digests: text({ mode: 'json' }).notNull().$type<string[]>(),
    reason: text().notNull(),
    decidedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    decidedAt: integer().notNull(),
    withdrawnBy: text().references(() => people.id, { onDelete: 'restrict' }),
    withdrawnAt: integer(),
  },
  (decision) => [index('commercial_decisions_of_module').on(decision.moduleId)],
)

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './accounts.ts'
import { modules, revisions } from './modules.ts'

/**
 * What the draft of each module reuses, kept with every accepted save: asked in both directions.
 * `usedModuleId` leads nowhere once that module is gone; what reuses it is then told so.
 */
export const uses = sqliteTable(
  'uses',
  {
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** Id of the node that reuses. */
    referenceId: text().notNull(),
    usedModuleId: text().notNull(),
    /** The element reused; `null` for a whole module or what is drawn from it. */
    usedNodeId: text(),
    follows: integer({ mode: 'boolean' }).notNull(),
    /** SHA-256 of the revision that a person last saw there. */
    digest: text().notNull(),
  },
  (use) => [
    primaryKey({ columns: [use.moduleId, use.referenceId] }),
    index('uses_of_module').on(use.usedModuleId),
  ],
)

/** What each reference of a frozen revision led to when it was frozen; never edited. */
export const revisionUses = sqliteTable(
  'revision_uses',
  {
    revisionId: text()
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    referenceId: text().notNull(),
    /** Its digest is part of the revision's own. */
    usedRevisionId: text()
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
  },
  (use) => [
    primaryKey({ columns: [use.revisionId, use.referenceId] }),
    index('revision_uses_of_revision').on(use.usedRevisionId),
  ],
)

/**
 * That a later edition is not wanted in one place: this one (`digest`), or none ever again (`null`).
 * One row a place, the last decision. Personal data: `decidedBy`.
 */
export const setAsideUpdates = sqliteTable(
  'set_aside_updates',
  {
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** Id of the node that reuses; `origin` for what the module was made from. */
    referenceId: text().notNull(),
    digest: text(),
    decidedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    decidedAt: integer().notNull(),
  },
  (decision) => [primaryKey({ columns: [decision.moduleId, decision.referenceId] })],
)

/**
 * What a module was made from, as it was that day: credited for as long as the module is there,
 * whatever becomes of the origin.
 */
export const origins = sqliteTable(
  'origins',
  {
    moduleId: text()
      .primaryKey()
      .references(() => modules.id, { onDelete: 'cascade' }),
    originModuleId: text().notNull(),
    /** SHA-256 of the revision last taken over, or compared and declared done. */
    digest: text().notNull(),
    /** `major.minor` of the edition it was published as. */
    edition: text().notNull(),
    title: text().notNull(),
    authors: text({ mode: 'json' }).notNull().$type<string[]>(),
    organisation: text().notNull(),
    licence: text().notNull(),
    forkedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    forkedAt: integer().notNull(),
  },
  (origin) => [index('origins_of_module').on(origin.originModuleId)],
)

/** Modules that are no longer offered, and why. What was made of them stays as it is. */
export const withdrawals = sqliteTable('withdrawals', {
  moduleId: text()
    .primaryKey()
    .references(() => modules.id, { onDelete: 'cascade' }),
  reason: text().notNull(),
  withdrawnBy: text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
  withdrawnAt: integer().notNull(),
})

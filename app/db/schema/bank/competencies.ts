import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { organisations } from './accounts.ts'

/** A framework of competencies as imported, for example a register entry. */
export const frameworks = sqliteTable(
  'frameworks',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** For example `RNCP40792`. */
    code: text().notNull(),
    title: text().notNull(),
    abbreviation: text().notNull(),
    /** European level, 3 to 8. */
    level: integer(),
    active: integer({ mode: 'boolean' }).notNull(),
    /** Whole days, `YYYY-MM-DD`. */
    validFrom: text(),
    validUntil: text(),
    certifiers: text({ mode: 'json' }).notNull().$type<string[]>(),
    replaces: text({ mode: 'json' }).notNull().$type<string[]>(),
    replacedBy: text({ mode: 'json' }).notNull().$type<string[]>(),
    licence: text().notNull(),
    importedAt: integer().notNull(),
  },
  (framework) => [
    unique('frameworks_code_in_organisation').on(framework.organisationId, framework.code),
  ],
)

/** "Bloc de compétences". Its code is unique within its framework only. */
export const competencyBlocks = sqliteTable(
  'competency_blocks',
  {
    id: text().primaryKey(),
    frameworkId: text()
      .notNull()
      .references(() => frameworks.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    label: text().notNull(),
    /** The text as it stands in the file: what our reader proposes can be compared with it. */
    source: text().notNull(),
    layout: text({ enum: ['bullets', 'spaces', 'unknown'] }).notNull(),
    assessment: text().notNull(),
    position: integer().notNull(),
  },
  (block) => [unique('competency_blocks_code_in_framework').on(block.frameworkId, block.code)],
)

export const competencies = sqliteTable(
  'competencies',
  {
    id: text().primaryKey(),
    competencyBlockId: text()
      .notNull()
      .references(() => competencyBlocks.id, { onDelete: 'cascade' }),
    label: text().notNull(),
    /** What shows that it is there, in order. */
    criteria: text({ mode: 'json' }).notNull().$type<string[]>(),
    position: integer().notNull(),
  },
  (competency) => [
    index('competencies_in_block').on(competency.competencyBlockId, competency.position),
  ],
)

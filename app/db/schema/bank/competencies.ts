import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { type Criterion, frameworkKinds, readings } from '#content-schema/competencies.ts'
import { organisations, people } from './accounts.ts'

/** A framework of competencies: a register entry, one that came in another format, or one of our own. */
export const frameworks = sqliteTable(
  'frameworks',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** For example `RNCP40792`. */
    code: text().notNull(),
    kind: text({ enum: frameworkKinds }).notNull().default('RNCP'),
    /** How the format it came in names it, for example a CASE identifier: the same is never there twice. */
    origin: text(),
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
    /** Identifier or address of the licence; empty when none was said: it is then private. */
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
    layout: text({ enum: ['bullets', 'spaces', 'unknown', 'given'] }).notNull(),
    assessment: text().notNull(),
    position: integer().notNull(),
    /** What a person said of the competencies that were read in the text. */
    reading: text({ enum: readings }).notNull().default('proposed'),
    readBy: text().references(() => people.id),
    readAt: integer(),
    /** Identifier in the format it came in; `null` when it was minted here. */
    origin: text(),
  },
  (block) => [unique('competency_blocks_code_in_framework').on(block.frameworkId, block.code)],
)

/** A criterion with an id of its own, so that a module can be tied to it. */
export type StoredCriterion = Criterion & { id: string }

export const competencies = sqliteTable(
  'competencies',
  {
    id: text().primaryKey(),
    competencyBlockId: text()
      .notNull()
      .references(() => competencyBlocks.id, { onDelete: 'cascade' }),
    /** Its own code, where the framework gives one. */
    code: text().notNull().default(''),
    label: text().notNull(),
    description: text().notNull().default(''),
    /** What shows that it is there, in order. */
    criteria: text({ mode: 'json' }).notNull().$type<StoredCriterion[]>(),
    position: integer().notNull(),
    origin: text(),
  },
  (competency) => [
    index('competencies_in_block').on(competency.competencyBlockId, competency.position),
  ],
)

/**
 * Which competency of a newer entry takes the place of one of the older, as a person confirmed:
 * labels and codes change from one version to the next.
 */
export const competencySuccessors = sqliteTable(
  'competency_successors',
  {
    competencyId: text()
      .notNull()
      .references(() => competencies.id, { onDelete: 'cascade' }),
    successorId: text()
      .notNull()
      .references(() => competencies.id, { onDelete: 'cascade' }),
    confirmedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    confirmedAt: integer().notNull(),
  },
  (pair) => [primaryKey({ columns: [pair.competencyId, pair.successorId] })],
)

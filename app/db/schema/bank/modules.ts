import { index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import type { StoredDocument } from '#content-schema/document.ts'
import type { Alignment, ModuleFacts } from '#content-schema/module.ts'
import { organisations, people } from './accounts.ts'
import type { KeptWaiver } from './gates.ts'
import { rightsByDigest } from './rights-columns.ts'

/** The smallest thing that is written, licensed, guaranteed, published and reused. */
export const modules = sqliteTable(
  'modules',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Short and stable; the same as in the draft's facts. */
    code: text().notNull(),
    authorId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    createdAt: integer().notNull(),
  },
  (module) => [unique('modules_code_in_organisation').on(module.organisationId, module.code)],
)

/**
 * What is being written, one row a module. `version` grows by one with every accepted save of the
 * document: a save that does not name the current version is refused, so nobody overwrites what
 * they have not seen. Facts and ties to competencies are looked after by their own forms.
 */
export const drafts = sqliteTable('drafts', {
  moduleId: text()
    .primaryKey()
    .references(() => modules.id, { onDelete: 'cascade' }),
  version: integer().notNull(),
  facts: text({ mode: 'json' }).notNull().$type<ModuleFacts>(),
  alignments: text({ mode: 'json' }).notNull().$type<Alignment[]>(),
  document: text({ mode: 'json' }).notNull().$type<StoredDocument>(),
  savedAt: integer().notNull(),
  savedBy: text()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
})

/** A frozen copy of a draft, made when a review is asked or a publication is made. Never edited. */
export const revisions = sqliteTable(
  'revisions',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … in the order they were frozen. */
    number: integer().notNull(),
    /** SHA-256 over the canonical JSON of facts, alignments and document; assets are named in it by theirs. */
    digest: text().notNull(),
    facts: text({ mode: 'json' }).notNull().$type<ModuleFacts>(),
    alignments: text({ mode: 'json' }).notNull().$type<Alignment[]>(),
    document: text({ mode: 'json' }).notNull().$type<StoredDocument>(),
    frozenAt: integer().notNull(),
    frozenBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
  },
  (revision) => [
    unique('revisions_number_in_module').on(revision.moduleId, revision.number),
    unique('revisions_digest_in_module').on(revision.moduleId, revision.digest),
  ],
)

/** A revision that was published, with the rights as they were known that day. */
export const editions = sqliteTable(
  'editions',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    revisionId: text()
      .notNull()
      .unique()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    /** Grows when objectives, alignments or the mastery rule change. */
    major: integer().notNull(),
    minor: integer().notNull(),
    /** What changed, for those who use it. */
    note: text().notNull(),
    /** What it was published in spite of. */
    waivers: text({ mode: 'json' }).notNull().$type<KeptWaiver[]>().default([]),
    /** Rights of each file, by its SHA-256: credits never change after the fact. */
    rights: rightsByDigest().notNull(),
    /** Names of the other organisations that had written it with its own by that day. */
    coAuthors: text({ mode: 'json' }).notNull().$type<string[]>().default([]),
    publishedAt: integer().notNull(),
    publishedBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
  },
  (edition) => [
    unique('editions_number_in_module').on(edition.moduleId, edition.major, edition.minor),
    index('editions_by_date').on(edition.moduleId, edition.publishedAt),
  ],
)

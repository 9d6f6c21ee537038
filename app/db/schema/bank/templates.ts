import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StoredDocument } from '#content-schema/document.ts'
import { organisations, people } from './accounts.ts'

/**
 * Elements and sections that somebody keeps to start from again. What is made from one is a copy:
 * changing or removing a template changes no module. Personal data: `ownerId`.
 */
export const templates = sqliteTable(
  'templates',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    ownerId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Whether the section is what was kept, or only the one element in it. */
    kind: text({ enum: ['section', 'element'] }).notNull(),
    /** Whether everybody in the organisation is offered it, or its owner alone. */
    shared: integer({ mode: 'boolean' }).notNull(),
    /** A document of one section, with the format it was written in. */
    document: text({ mode: 'json' }).notNull().$type<StoredDocument>(),
    /** Milliseconds since 1970, UTC. */
    keptAt: integer().notNull(),
  },
  (template) => [
    index('templates_in_organisation').on(template.organisationId, template.ownerId),
  ],
)

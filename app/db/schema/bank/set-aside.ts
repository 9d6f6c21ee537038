import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StoredDocument } from '#content-schema/document.ts'
import { people } from './accounts.ts'
import { modules } from './modules.ts'

/**
 * Sections that lost a choice between two versions, kept for thirty days so that the choice can be
 * taken back. Personal data: `setAsideBy`.
 */
export const setAsideSections = sqliteTable(
  'set_aside_sections',
  {
    id: text().primaryKey(),
    moduleId: text()
      .notNull()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** A document of that one section, with the format it was written in. */
    document: text({ mode: 'json' }).notNull().$type<StoredDocument>(),
    /** Milliseconds since 1970, UTC. */
    setAsideAt: integer().notNull(),
    setAsideBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
  },
  (section) => [index('set_aside_in_module').on(section.moduleId, section.setAsideAt)],
)

import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { formats } from '#packaging/package-source.ts'
import type { Publication } from '#packaging/publication/publication.ts'
import { organisations, people } from './accounts.ts'

/** Ways of publishing that an organisation keeps under a name. Personal data: `keptBy`. */
export const publicationProfiles = sqliteTable(
  'publication_profiles',
  {
    id: text().primaryKey(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** The LMS it is meant for, by the name of its preset; `null` for a standard alone. */
    preset: text(),
    format: text({ enum: formats }).notNull(),
    publication: text({ mode: 'json' }).notNull().$type<Publication>(),
    traces: integer({ mode: 'boolean' }).notNull(),
    /** Whether packages look and speak as the organisation does, where it says how. */
    themed: integer({ mode: 'boolean' }).notNull().default(true),
    keptBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    keptAt: integer().notNull(),
  },
  (profile) => [
    uniqueIndex('publication_profile_names').on(profile.organisationId, profile.name),
  ],
)

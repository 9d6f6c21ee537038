import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Values fixed once for an installation: the prefix of its activity ids, the key that signs links. */
export const instanceValues = sqliteTable('instance_values', {
  name: text().primaryKey(),
  value: text().notNull(),
})

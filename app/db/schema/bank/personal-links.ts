import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { organisations, people } from './accounts.ts'

/** What a link is for: one review by a guest, one participant's part in a trial, or somebody's own calendar. */
export const linkPurposes = ['review', 'trial', 'calendar'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/**
 * A way in for one person without signing in, to one thing only. Opening it uses nothing up, so the
 * scanner of a mailbox does no harm; a reminder carries a link of its own, and revoking takes them all.
 */
export const personalLinks = sqliteTable(
  'personal_links',
  {
    /** SHA-256 of the 256 random bits in the address. */
    tokenDigest: text().primaryKey(),
    purpose: text({ enum: linkPurposes }).notNull(),
    /** Id of the review, of the participant, or of whoever's calendar it is. */
    subjectId: text().notNull(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** Last day on which it opens anything, `YYYY-MM-DD` in Paris. */
    endsOn: text().notNull(),
    madeBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    madeAt: integer().notNull(),
    revokedAt: integer(),
  },
  (link) => [index('personal_links_of_subject').on(link.purpose, link.subjectId)],
)

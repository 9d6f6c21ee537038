import { eq } from 'drizzle-orm'
import {
  type ArchivedHistory,
  type ModuleHome,
  moduleOrigins,
  people,
} from '#app/db/schema/bank/index.ts'
import type { ModuleKey, Reader } from '#app/services/modules/find-module.server.ts'
import { findHold } from '#app/services/modules/hands.server.ts'

/** What is known of a module from before it came here. */
export type Elsewhere = {
  home: ModuleHome
  /** Milliseconds since 1970, UTC. */
  broughtAt: number
  broughtBy: string
  history: Omit<ArchivedHistory, 'events'>
  events: number
}

/** `null` for a module that was written here. @throws UserError `module.not-found` (404) */
export function readHistoryElsewhere(db: Reader, key: ModuleKey): Elsewhere | null {
  const { moduleId } = findHold(db, key)
  const found = db
    .select({ origin: moduleOrigins, broughtBy: people.name })
    .from(moduleOrigins)
    .innerJoin(people, eq(people.id, moduleOrigins.broughtBy))
    .where(eq(moduleOrigins.moduleId, moduleId))
    .get()
  if (!found) return null
  const { home, broughtAt, history } = found.origin
  const { events, ...told } = history
  return { home, broughtAt, broughtBy: found.broughtBy, history: told, events: events.length }
}

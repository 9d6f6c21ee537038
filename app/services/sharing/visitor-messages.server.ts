import { and, count, desc, eq, gt, lt } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, visitorMessages } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { newId } from '#content-schema/identity.ts'
import { publicEdition } from './visibility.server.ts'

const hour = 3_600_000
/** In an hour from one address, and in a day to one organisation. */
const mostFromAddress = 5
const mostToOrganisation = 50
/** Days after which a message is forgotten, whether or not somebody dealt with it. */
const keptDays = 365

export type VisitorMessage = {
  id: string
  moduleId: string
  title: string
  name: string
  email: string
  body: string
  /** Milliseconds since 1970, UTC. */
  sentAt: number
}

type Sent = {
  moduleId: string
  name: string
  email: string
  body: string
  /** Where from. */
  address: string
  now: Date
}

/**
 * Keeps what a visitor of the public catalogue wrote about a module, for its organisation to read
 * here: nothing is sent anywhere.
 *
 * @throws UserError `module.not-found` (404) unless it is public, `message.too-many` (429)
 */
export function sendVisitorMessage(bank: Bank, { moduleId, now, ...sent }: Sent): void {
  bank.transaction((tx) => {
    const found = publicEdition(tx, moduleId)
    if (!found) throw new UserError('module.not-found', { id: moduleId }, 404)
    const { organisationId } = found
    const at = now.getTime()
    const since = (ms: number) => gt(visitorMessages.sentAt, at - ms)
    const many =
      countOf(tx, and(eq(visitorMessages.address, sent.address), since(hour))) >=
        mostFromAddress ||
      countOf(tx, and(eq(visitorMessages.organisationId, organisationId), since(24 * hour))) >=
        mostToOrganisation
    if (many) throw new UserError('message.too-many', {}, 429)
    tx.delete(visitorMessages)
      .where(lt(visitorMessages.sentAt, at - keptDays * 24 * hour))
      .run()
    tx.insert(visitorMessages)
      .values({ id: newId(), organisationId, moduleId, ...sent, sentAt: at })
      .run()
  })
}

function countOf(db: Pick<Bank, 'select'>, where: ReturnType<typeof and>): number {
  return db.select({ n: count() }).from(visitorMessages).where(where).get()!.n
}

/** What visitors wrote to an organisation, the last first. */
export function listVisitorMessages(
  db: Pick<Bank, 'select'>,
  { organisationId }: { organisationId: string },
): VisitorMessage[] {
  return db
    .select({ message: visitorMessages, facts: drafts.facts })
    .from(visitorMessages)
    .innerJoin(drafts, eq(drafts.moduleId, visitorMessages.moduleId))
    .where(eq(visitorMessages.organisationId, organisationId))
    .orderBy(desc(visitorMessages.sentAt))
    .all()
    .map(({ message: { id, moduleId, name, email, body, sentAt }, facts }) => ({
      ...{ id, moduleId, title: facts.title, name, email, body, sentAt },
    }))
}

/** @throws UserError `message.not-found` (404), also for that of another organisation */
export function removeVisitorMessage(
  bank: Pick<Bank, 'delete'>,
  { messageId, organisationId }: { messageId: string; organisationId: string },
): void {
  const own = eq(visitorMessages.organisationId, organisationId)
  const { changes } = bank
    .delete(visitorMessages)
    .where(and(eq(visitorMessages.id, messageId), own))
    .run()
  if (changes === 0) throw new UserError('message.not-found', {}, 404)
}

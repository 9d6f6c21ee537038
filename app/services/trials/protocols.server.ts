import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type Protocol, trialProtocols } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import { newId } from '#content-schema/identity.ts'
import { shippedProtocols } from './shipped-protocols.ts'

export type ListedProtocol = {
  id: string
  protocol: Protocol
  /** Milliseconds since 1970, UTC; `null` for one that comes with the product. */
  changedAt: number | null
}

type Owner = { organisationId: string }
type ProtocolKey = Owner & { protocolId: string }

/** The protocols of an organisation, by name, then those that come with the product in a language. */
export function listProtocols(
  db: Reader,
  { organisationId, language }: Owner & { language: 'fr' | 'en' },
): ListedProtocol[] {
  const own = db
    .select()
    .from(trialProtocols)
    .where(eq(trialProtocols.organisationId, organisationId))
    .all()
    .map(({ id, content, changedAt }) => ({ id, protocol: content, changedAt }))
    .sort((a, b) => a.protocol.name.localeCompare(b.protocol.name))
  const shipped = Object.entries(shippedProtocols[language]).map(([id, protocol]) => ({
    ...{ id, protocol, changedAt: null },
  }))
  return [...own, ...shipped]
}

/** @throws UserError `protocol.not-found` (404) */
export function findProtocol(
  db: Reader,
  { organisationId, protocolId }: ProtocolKey,
): Protocol {
  const shipped = { ...shippedProtocols.fr, ...shippedProtocols.en }[protocolId]
  if (shipped) return shipped
  return ownProtocol(db, { organisationId, protocolId }).content
}

/**
 * Keeps a protocol: a new one, or another state of one's own. Sessions that began with it stay as
 * they are.
 *
 * @throws UserError `protocol.incomplete`, `protocol.not-found` (404)
 */
export function keepProtocol(
  bank: Bank,
  given: Owner & {
    /** `null` makes a new one. */
    protocolId: string | null
    protocol: Protocol
    personId: string
    now: Date
  },
): string {
  const { organisationId, personId, now } = given
  const content = completed(given.protocol)
  const id = given.protocolId ?? newId()
  const row = { content, changedBy: personId, changedAt: now.getTime() }
  bank.transaction((tx) => {
    if (given.protocolId === null)
      tx.insert(trialProtocols)
        .values({ id, organisationId, ...row })
        .run()
    else {
      ownProtocol(tx, { organisationId, protocolId: id })
      tx.update(trialProtocols).set(row).where(eq(trialProtocols.id, id)).run()
    }
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: id },
      action: 'protocol.kept',
      details: { name: content.name },
    })
  })
  return id
}

/** @throws UserError `protocol.not-found` (404) */
export function removeProtocol(
  bank: Bank,
  key: ProtocolKey & { personId: string; now: Date },
): void {
  const { organisationId, protocolId, personId, now } = key
  bank.transaction((tx) => {
    const { content } = ownProtocol(tx, key)
    tx.delete(trialProtocols).where(eq(trialProtocols.id, protocolId)).run()
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: protocolId },
      action: 'protocol.removed',
      details: { name: content.name },
    })
  })
}

function ownProtocol(db: Reader, { organisationId, protocolId }: ProtocolKey) {
  const row = db
    .select()
    .from(trialProtocols)
    .where(
      and(eq(trialProtocols.id, protocolId), eq(trialProtocols.organisationId, organisationId)),
    )
    .get()
  if (!row) throw new UserError('protocol.not-found', {}, 404)
  return row
}

/** With an id for what is new, and without what was left empty. */
function completed(protocol: Protocol): Protocol {
  const id = (given: string) => given || newId()
  const tasks = protocol.tasks
    .filter(({ text }) => text.trim() !== '')
    .map((task) => ({ ...task, id: id(task.id) }))
  const wanted = protocol.wanted.filter(({ profile }) => profile.trim() !== '')
  const questions = protocol.questions
    .filter(({ text }) => text.trim() !== '')
    .map((question) => ({ ...question, id: id(question.id) }))
  const whole =
    protocol.name.trim() !== '' &&
    protocol.consent.trim() !== '' &&
    tasks.length > 0 &&
    wanted.length > 0 &&
    wanted.every(({ count }) => count >= 1) &&
    questions.every(({ kind, choices }) => kind !== 'choice' || choices.length >= 2)
  if (!whole) throw new UserError('protocol.incomplete')
  return { ...protocol, tasks, wanted, questions }
}

import { and, asc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { networkMembers, networks, organisations, sharings } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { newId } from '#content-schema/identity.ts'

/** Somebody who acts for their organisation. */
type Acting = { organisationId: string; personId: string; now: Date }

export type NetworkRow = {
  id: string
  name: string
  /** Whether the organisation that looks is in it, or was invited and has not answered. */
  state: 'invited' | 'member'
  members: { id: string; name: string; state: 'invited' | 'member' }[]
}

/** The networks that an organisation is in or invited to, by name. */
export function listNetworks(
  db: Pick<Bank, 'select'>,
  { organisationId }: { organisationId: string },
): NetworkRow[] {
  return db
    .select({ id: networks.id, name: networks.name, state: networkMembers.state })
    .from(networkMembers)
    .innerJoin(networks, eq(networks.id, networkMembers.networkId))
    .where(eq(networkMembers.organisationId, organisationId))
    .orderBy(asc(networks.name), asc(networks.id))
    .all()
    .map((network) => ({ ...network, members: listMembersOf(db, network.id) }))
}

function listMembersOf(db: Pick<Bank, 'select'>, networkId: string): NetworkRow['members'] {
  return db
    .select({ id: organisations.id, name: organisations.name, state: networkMembers.state })
    .from(networkMembers)
    .innerJoin(organisations, eq(organisations.id, networkMembers.organisationId))
    .where(eq(networkMembers.networkId, networkId))
    .orderBy(asc(organisations.name))
    .all()
}

/** Makes a network with one's own organisation in it. */
export function createNetwork(
  bank: Bank,
  { name, ...acting }: Acting & { name: string },
): string {
  const { organisationId, personId, now } = acting
  const id = newId()
  const at = now.getTime()
  bank.transaction((tx) => {
    tx.insert(networks).values({ id, name, createdAt: at }).run()
    const row = { networkId: id, organisationId, invitedBy: personId, changedAt: at }
    tx.insert(networkMembers)
      .values({ ...row, state: 'member' })
      .run()
    record(tx, acting, 'network.created', id, name)
  })
  return id
}

/**
 * Invites another organisation: it is in the network once it has accepted.
 *
 * @throws UserError `network.not-found` (404) unless one's own organisation is in it,
 *   `network.known` (409) for one that is in it or was invited, `organisation.not-found` (404)
 */
export function inviteToNetwork(
  bank: Bank,
  { networkId, invitedId, ...acting }: Acting & { networkId: string; invitedId: string },
): void {
  bank.transaction((tx) => {
    requireMembership(tx, { networkId, ...acting }, 'member')
    const invited = tx.select().from(organisations).where(eq(organisations.id, invitedId)).get()
    if (!invited) throw new UserError('organisation.not-found', {}, 404)
    if (membership(tx, networkId, invitedId))
      throw new UserError('network.known', { name: invited.name }, 409)
    const row = { networkId, organisationId: invitedId, invitedBy: acting.personId }
    tx.insert(networkMembers)
      .values({ ...row, state: 'invited', changedAt: acting.now.getTime() })
      .run()
    record(tx, acting, 'network.invited', networkId, invitedId)
  })
}

/** Accepts or declines an invitation. Throws as {@link inviteToNetwork} does where there is none. */
export function answerNetwork(
  bank: Bank,
  { networkId, accepted, ...acting }: Acting & { networkId: string; accepted: boolean },
): void {
  bank.transaction((tx) => {
    requireMembership(tx, { networkId, ...acting }, 'invited')
    const own = isRow(networkId, acting.organisationId)
    if (accepted)
      tx.update(networkMembers)
        .set({ state: 'member', changedAt: acting.now.getTime() })
        .where(own)
        .run()
    else tx.delete(networkMembers).where(own).run()
    record(tx, acting, accepted ? 'network.joined' : 'network.declined', networkId, null)
  })
}

/**
 * Leaves a network: neither side finds any longer what the other shares in it. One that nobody is in
 * and nothing was shared with is removed.
 */
export function leaveNetwork(
  bank: Bank,
  { networkId, ...acting }: Acting & { networkId: string },
): void {
  bank.transaction((tx) => {
    requireMembership(tx, { networkId, ...acting }, 'member')
    tx.delete(networkMembers).where(isRow(networkId, acting.organisationId)).run()
    record(tx, acting, 'network.left', networkId, null)
    const others = tx
      .select()
      .from(networkMembers)
      .where(and(eq(networkMembers.networkId, networkId), eq(networkMembers.state, 'member')))
      .get()
    const used = tx.select().from(sharings).where(eq(sharings.networkId, networkId)).get()
    if (!others && !used) tx.delete(networks).where(eq(networks.id, networkId)).run()
  })
}

function requireMembership(
  db: Pick<Bank, 'select'>,
  { networkId, organisationId }: { networkId: string; organisationId: string },
  state: 'invited' | 'member',
): void {
  if (membership(db, networkId, organisationId)?.state !== state)
    throw new UserError('network.not-found', {}, 404)
}

function membership(db: Pick<Bank, 'select'>, networkId: string, organisationId: string) {
  return db.select().from(networkMembers).where(isRow(networkId, organisationId)).get()
}

function isRow(networkId: string, organisationId: string) {
  return and(
    eq(networkMembers.networkId, networkId),
    eq(networkMembers.organisationId, organisationId),
  )
}

function record(
  tx: Pick<Bank, 'select' | 'insert'>,
  { organisationId, personId, now }: Acting,
  action: string,
  object: string,
  about: string | null,
): void {
  const event = { at: now.getTime(), organisationId, personId, action, object }
  recordEvent(tx, { ...event, details: { about } })
}

import { isIP } from 'node:net'
import { and, asc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import {
  type DeadLetterState,
  type ForwardingFailure,
  type ForwardingState,
  type ForwardingVersion,
  forwardingDeadLetters,
  forwardingTargets,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { endOfDay, shiftDay } from '#app/services/guarantees/days.ts'
import { FetchFailure, readAddress } from '#app/services/outgoing/fetch-public.server.ts'
import { isPublicAddress } from '#app/services/outgoing/public-addresses.ts'
import { newId } from '#content-schema/identity.ts'
import type { ForwardingFilter } from './filter.ts'
import { seal } from './sealed-secret.server.ts'
import { countAfter } from './statement-feed.server.ts'

type Acting = { organisationId: string; personId: string; now: Date }
type TargetKey = { targetId: string; organisationId: string }
type Reader = Pick<Bank, 'select'>

export type NewTarget = ForwardingFilter & {
  name: string
  endpoint: string
  key: string
  secret: string
  version: ForwardingVersion
  /** The first day in Paris whose statements go, `YYYY-MM-DD`; empty: all that are kept. */
  from: string
}

/** All that a page may know of a target: its secret is not among it. */
export type TargetView = ForwardingFilter & {
  id: string
  name: string
  endpoint: string
  key: string
  version: ForwardingVersion
  state: ForwardingState
  sent: number
  /** Milliseconds since 1970, UTC, as all that follow. */
  lastSuccessAt: number | null
  lastFailureAt: number | null
  nextTryAt: number
  failure: ForwardingFailure | null
  /** Statements to look at, up to {@link mostCounted}: those that it does not want are among them. */
  waiting: number
  oldestAt: number | null
  letters: LetterView[]
}

export type LetterView = {
  statementId: string
  status: number
  answer: string
  state: DeadLetterState
  refusedAt: number
}

/** More would be a relay. */
const most = 10
/** Nobody waits for an exact number beyond it. */
export const mostCounted = 10_000

/** Where an organisation's statements are passed on to, and how that goes. */
export async function listTargets(
  { bank, statements }: Pick<Instance, 'bank' | 'statements'>,
  organisationId: string,
): Promise<TargetView[]> {
  const views = rowsOf(bank, organisationId).map(async (row) => {
    const { cursorAt: at, cursorSeq: seq } = row
    const { count, oldestAt } = await countAfter(
      statements,
      organisationId,
      { at, seq },
      mostCounted,
    )
    const { id, name, endpoint, key, version, moduleIds, verbIds, trials } = row
    const { state, sent, lastSuccessAt, lastFailureAt, nextTryAt, failure } = row
    return {
      ...{ id, name, endpoint, key, version, moduleIds, verbIds, trials },
      ...{ state, sent, lastSuccessAt, lastFailureAt, nextTryAt, failure },
      ...{ waiting: count, oldestAt, letters: lettersOf(bank, id) },
    }
  })
  return Promise.all(views)
}

/** Those that an administrator has to look at: stopped by the other side, or with statements set aside. */
export function targetsInTrouble(
  db: Reader,
  organisationId: string,
): { id: string; name: string; state: ForwardingState; letters: number; since: number }[] {
  return rowsOf(db, organisationId).flatMap(({ id, name, state, lastFailureAt, addedAt }) => {
    const letters = lettersOf(db, id).filter((letter) => letter.state === 'kept')
    if (state !== 'refused' && letters.length === 0) return []
    const since =
      state === 'refused'
        ? (lastFailureAt ?? addedAt)
        : Math.min(...letters.map(({ refusedAt }) => refusedAt))
    return [{ id, name, state, letters: letters.length, since }]
  })
}

/**
 * Passes statements on to another LRS, from the next look of the job on.
 *
 * @throws UserError `forwarding.address`, `forwarding.private-address`, `forwarding.already-there` (409),
 *   `forwarding.too-many`
 */
export function addTarget(
  { bank, signingKey }: Pick<Instance, 'bank' | 'signingKey'>,
  { name, key, secret, from, ...wanted }: NewTarget & Acting,
): string {
  const { organisationId, personId, now, moduleIds, verbIds, trials, version } = wanted
  const endpoint = soundEndpoint(wanted.endpoint)
  const id = newId()
  bank.transaction((tx) => {
    const known = rowsOf(tx, organisationId)
    if (known.some((each) => each.endpoint === endpoint && each.key === key))
      throw new UserError('forwarding.already-there', {}, 409)
    if (known.length >= most) throw new UserError('forwarding.too-many', { most })
    tx.insert(forwardingTargets)
      .values({
        ...{ id, organisationId, name, endpoint, key, version, moduleIds, verbIds, trials },
        ...{ sealedSecret: seal(signingKey, secret), state: 'running' },
        ...{ cursorAt: beforeDay(from), cursorSeq: Number.MAX_SAFE_INTEGER },
        ...{ addedBy: personId, addedAt: now.getTime() },
      })
      .run()
    record(tx, wanted, 'forwarding.added', id, { name, endpoint })
  })
  return id
}

/** Milliseconds since 1970 of the last instant before a day. */
function beforeDay(day: string): number {
  return day === '' ? 0 : endOfDay(shiftDay(day, -1)).getTime()
}

/** Without the name of a resource, which people copy along. */
function soundEndpoint(text: string): string {
  const url = addressOf(text.trim())
  if (url.protocol !== 'https:' || url.search !== '' || url.hash !== '')
    throw new UserError('forwarding.address')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isClosed = isIP(host) !== 0 && !isPublicAddress(host)
  if (isClosed || /(^|\.)localhost$|\.(local|internal)$/.test(host))
    throw new UserError('forwarding.private-address', { host })
  return url.href.replace(/\/+$/, '').replace(/\/statements$/, '')
}

function addressOf(text: string): URL {
  try {
    return readAddress(text)
  } catch (error) {
    if (error instanceof FetchFailure) throw new UserError('forwarding.address')
    throw error
  }
}

/** What goes from now on: what went before stays there. */
export function changeTarget(
  bank: Bank,
  {
    moduleIds,
    verbIds,
    trials,
    name,
    ...key
  }: ForwardingFilter & { name: string } & TargetKey & Acting,
): void {
  change(bank, key, 'forwarding.changed', { moduleIds, verbIds, trials, name })
}

/** Another secret, or another key with it; what the other side refused is tried again. */
export function changeTargetSecret(
  { bank, signingKey }: Pick<Instance, 'bank' | 'signingKey'>,
  { key, secret, ...who }: { key: string; secret: string } & TargetKey & Acting,
): void {
  change(bank, who, 'forwarding.secret-changed', {
    ...{ key, sealedSecret: seal(signingKey, secret) },
    ...{ state: 'running', failures: 0, failure: null, nextTryAt: 0 },
  })
}

/** Nothing more is sent; what comes meanwhile waits. */
export function pauseTarget(bank: Bank, key: TargetKey & Acting): void {
  change(bank, key, 'forwarding.paused', { state: 'paused' })
}

/** Sends on from where it stopped, at once. */
export function resumeTarget(bank: Bank, key: TargetKey & Acting): void {
  const values = { state: 'running', failures: 0, failure: null, nextTryAt: 0 } as const
  change(bank, key, 'forwarding.resumed', values)
}

/** Forgets a target and what it refused; what it has taken stays there. */
export function removeTarget(bank: Bank, key: TargetKey & Acting): void {
  bank.transaction((tx) => {
    const { id, name, endpoint } = findTarget(tx, key)
    tx.delete(forwardingDeadLetters).where(eq(forwardingDeadLetters.targetId, id)).run()
    tx.delete(forwardingTargets).where(eq(forwardingTargets.id, id)).run()
    record(tx, key, 'forwarding.removed', id, { name, endpoint })
  })
}

/**
 * Has what a target refused sent again: one statement, or all.
 *
 * @returns how many
 */
export function resendLetters(
  bank: Bank,
  { statementId, ...key }: TargetKey & Acting & { statementId: string | null },
): number {
  return bank.transaction((tx) => {
    const { id } = findTarget(tx, key)
    const changes = markForResending(tx, id, statementId)
    record(tx, key, 'forwarding.resent', id, { statements: changes })
    return changes
  })
}

/** The same by whoever runs the installation, who is nobody in an organisation. @returns how many */
export function resendRefused(bank: Bank, targetId: string): number {
  return bank.transaction((tx) => markForResending(tx, targetId, null))
}

function markForResending(
  tx: Pick<Bank, 'update'>,
  targetId: string,
  statementId: string | null,
): number {
  const { changes } = tx
    .update(forwardingDeadLetters)
    .set({ state: 'resend' })
    .where(letters(targetId, statementId))
    .run()
  tx.update(forwardingTargets)
    .set({ nextTryAt: 0 })
    .where(eq(forwardingTargets.id, targetId))
    .run()
  return changes
}

/** Gives up what a target refused: one statement, or all. They stay here. */
export function dropLetters(
  bank: Bank,
  { statementId, ...key }: TargetKey & Acting & { statementId: string | null },
): number {
  return bank.transaction((tx) => {
    const { id } = findTarget(tx, key)
    const { changes } = tx.delete(forwardingDeadLetters).where(letters(id, statementId)).run()
    record(tx, key, 'forwarding.dropped', id, { statements: changes })
    return changes
  })
}

function letters(targetId: string, statementId: string | null) {
  return and(
    eq(forwardingDeadLetters.targetId, targetId),
    statementId === null ? undefined : eq(forwardingDeadLetters.statementId, statementId),
  )
}

/** @throws UserError `forwarding.not-found` (404), as all that take a key */
function findTarget(db: Reader, { targetId, organisationId }: TargetKey) {
  const found = rowsOf(db, organisationId).find(({ id }) => id === targetId)
  if (!found) throw new UserError('forwarding.not-found', {}, 404)
  return found
}

function change(
  bank: Bank,
  key: TargetKey & Acting,
  action: string,
  values: Partial<typeof forwardingTargets.$inferInsert>,
): void {
  bank.transaction((tx) => {
    const { id, name } = findTarget(tx, key)
    tx.update(forwardingTargets).set(values).where(eq(forwardingTargets.id, id)).run()
    record(tx, key, action, id, { name })
  })
}

function rowsOf(db: Reader, organisationId: string) {
  return db
    .select()
    .from(forwardingTargets)
    .where(eq(forwardingTargets.organisationId, organisationId))
    .orderBy(asc(forwardingTargets.name), asc(forwardingTargets.addedAt))
    .all()
}

function lettersOf(db: Reader, targetId: string): LetterView[] {
  return db
    .select()
    .from(forwardingDeadLetters)
    .where(eq(forwardingDeadLetters.targetId, targetId))
    .orderBy(asc(forwardingDeadLetters.refusedAt))
    .all()
    .map(({ targetId: _, ...letter }) => letter)
}

function record(
  tx: Pick<Bank, 'select' | 'insert'>,
  { organisationId, personId, now }: Acting,
  action: string,
  object: string,
  details: Record<string, string | number>,
): void {
  recordEvent(tx, { at: now.getTime(), organisationId, personId, action, object, details })
}

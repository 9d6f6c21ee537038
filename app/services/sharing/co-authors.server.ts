import { and, asc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { coAuthors, organisations } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findDraft, type ModuleKey } from '#app/services/modules/find-module.server.ts'

type Reader = Pick<Bank, 'select'>
type Row = typeof coAuthors.$inferSelect
/** Somebody who acts for their organisation on a module. */
type Acting = ModuleKey & { personId: string; now: Date }

/** Another organisation that writes a module, or was asked to. */
export type CoAuthor = {
  id: string
  name: string
  state: 'invited' | 'accepted'
  mayPublish: boolean
}

/** Those of a module that another found, by name. */
export function listCoAuthors(db: Reader, moduleId: string): CoAuthor[] {
  return db
    .select({
      ...{ id: organisations.id, name: organisations.name },
      ...{ state: coAuthors.state, mayPublish: coAuthors.mayPublish },
    })
    .from(coAuthors)
    .innerJoin(organisations, eq(organisations.id, coAuthors.organisationId))
    .where(and(eq(coAuthors.moduleId, moduleId), ne(coAuthors.state, 'former')))
    .orderBy(asc(organisations.name))
    .all()
    .map((row) => ({ ...row, state: row.state === 'accepted' ? row.state : 'invited' }))
}

/** Names of all that wrote a module with its owner, also of those that no longer do. */
export function creditedCoAuthors(db: Reader, moduleId: string): string[] {
  return db
    .select({ name: organisations.name })
    .from(coAuthors)
    .innerJoin(organisations, eq(organisations.id, coAuthors.organisationId))
    .where(and(eq(coAuthors.moduleId, moduleId), isNotNull(coAuthors.joinedAt)))
    .orderBy(asc(organisations.name))
    .all()
    .map(({ name }) => name)
}

/**
 * Asks another organisation to write a module too; it may once it has accepted.
 *
 * @throws UserError `module.not-found` or `organisation.not-found` (404), `co-author.path` (409) for
 *   a path, `co-author.known` (409) for one that writes it or was asked
 */
export function inviteCoAuthor(
  bank: Bank,
  { invitedId, mayPublish, ...acting }: Acting & { invitedId: string; mayPublish: boolean },
): void {
  bank.transaction((tx) => {
    const { moduleId, facts } = findDraft(tx, acting)
    if (facts.kind === 'path') throw new UserError('co-author.path', {}, 409)
    const invited = tx.select().from(organisations).where(eq(organisations.id, invitedId)).get()
    if (!invited || invitedId === acting.organisationId)
      throw new UserError('organisation.not-found', {}, 404)
    const before = rowOf(tx, moduleId, invitedId)
    if (before && before.state !== 'former')
      throw new UserError('co-author.known', { name: invited.name }, 409)
    const { personId: invitedBy, now } = acting
    const asked = { state: 'invited', mayPublish, invitedBy, changedAt: now.getTime() } as const
    tx.insert(coAuthors)
      .values({ moduleId, organisationId: invitedId, ...asked })
      .onConflictDoUpdate({
        target: [coAuthors.moduleId, coAuthors.organisationId],
        set: asked,
      })
      .run()
    record(tx, acting, 'co-author.invited', moduleId, invitedId)
  })
}

/** Accepts or declines. Throws `co-author.not-invited` (404) where nothing was asked. */
export function answerCoAuthoring(
  bank: Bank,
  { accepted, ...acting }: Acting & { accepted: boolean },
): void {
  bank.transaction((tx) => {
    const { moduleId, organisationId, now } = acting
    const row = requireRow(tx, moduleId, organisationId, ['invited'])
    const changedAt = now.getTime()
    if (accepted)
      update(tx, row, { state: 'accepted', changedAt, joinedAt: row.joinedAt ?? changedAt })
    else end(tx, row, now)
    const action = accepted ? 'co-author.joined' : 'co-author.declined'
    record(tx, acting, action, moduleId, null)
  })
}

/** Stops writing a module of others; what was written stays. Throws as {@link answerCoAuthoring} does. */
export function leaveCoAuthoring(bank: Bank, acting: Acting): void {
  bank.transaction((tx) => {
    const { moduleId, organisationId, now } = acting
    end(tx, requireRow(tx, moduleId, organisationId, ['accepted']), now)
    record(tx, acting, 'co-author.left', moduleId, null)
  })
}

/**
 * Takes a module, or the invitation, back from another organisation; what it wrote stays.
 *
 * @throws UserError `module.not-found` (404), `co-author.not-invited` (404)
 */
export function removeCoAuthor(
  bank: Bank,
  { coAuthorId, ...acting }: Acting & { coAuthorId: string },
): void {
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, acting)
    end(tx, requireRow(tx, moduleId, coAuthorId, ['invited', 'accepted']), acting.now)
    record(tx, acting, 'co-author.removed', moduleId, coAuthorId)
  })
}

/** Says whether a co-author may publish, from now on. Throws as {@link removeCoAuthor} does. */
export function letPublish(
  bank: Bank,
  { coAuthorId, mayPublish, ...acting }: Acting & { coAuthorId: string; mayPublish: boolean },
): void {
  bank.transaction((tx) => {
    const { moduleId } = findDraft(tx, acting)
    const row = requireRow(tx, moduleId, coAuthorId, ['invited', 'accepted'])
    update(tx, row, { mayPublish })
    const action = mayPublish ? 'co-author.may-publish' : 'co-author.may-not-publish'
    record(tx, acting, action, moduleId, coAuthorId)
  })
}

/** One that never accepted leaves no trace; one that wrote stays credited. */
function end(tx: Pick<Bank, 'update' | 'delete'>, row: Row, now: Date): void {
  if (row.joinedAt === null) tx.delete(coAuthors).where(isRow(row)).run()
  else update(tx, row, { state: 'former', changedAt: now.getTime() })
}

function update(tx: Pick<Bank, 'update'>, row: Row, change: Partial<Row>): void {
  tx.update(coAuthors).set(change).where(isRow(row)).run()
}

function requireRow(
  db: Reader,
  moduleId: string,
  organisationId: string,
  states: Row['state'][],
): Row {
  const row = rowOf(db, moduleId, organisationId)
  if (!row || !states.includes(row.state)) throw new UserError('co-author.not-invited', {}, 404)
  return row
}

function rowOf(db: Reader, moduleId: string, organisationId: string): Row | undefined {
  return db.select().from(coAuthors).where(isRow({ moduleId, organisationId })).get()
}

function isRow({ moduleId, organisationId }: Pick<Row, 'moduleId' | 'organisationId'>) {
  return and(eq(coAuthors.moduleId, moduleId), eq(coAuthors.organisationId, organisationId))
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

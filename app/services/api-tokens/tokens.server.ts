import { createHash, randomBytes } from 'node:crypto'
import { and, count, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type ApiScope, apiTokens, people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { ApiCaller } from '#app/services/rights.ts'
import { newId } from '#content-schema/identity.ts'

export type TokenWanted = {
  name: string
  scopes: ApiScope[]
  /** How long it is good for. */
  days: number
  organisationId: string
  personId: string
  now: Date
}

/** More than this in one organisation, and nobody knows any more what each is for. */
const most = 50

/** Told apart from other secrets at sight, also by programs that look for secrets in texts. */
const prefix = 'grain_'

/**
 * @returns the only time that the secret is known: the bank keeps its digest
 * @throws UserError `token.too-many` (409)
 */
export function makeToken(bank: Bank, wanted: TokenWanted): { id: string; secret: string } {
  const { name, scopes, days, organisationId, personId, now } = wanted
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`
  const at = now.getTime()
  const id = newId()
  bank.transaction((tx) => {
    refuseMore(tx, organisationId, at)
    tx.insert(apiTokens)
      .values({
        ...{ id, name, scopes, organisationId, tokenDigest: digestOf(secret) },
        ...{ madeBy: personId, madeAt: at, endsAt: at + days * 86_400_000 },
      })
      .run()
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: id },
      action: 'token.made',
      details: { name, scopes: scopes.join(' '), days },
    })
  })
  return { id, secret }
}

export type TokenView = {
  id: string
  name: string
  scopes: ApiScope[]
  madeBy: string
  madeAt: number
  endsAt: number
  lastUsedAt: number | null
  revokedAt: number | null
}

/** Those of an organisation, the latest first; without what they are told by. */
export function listTokens(db: Pick<Bank, 'select'>, organisationId: string): TokenView[] {
  return db
    .select({ token: apiTokens, madeBy: people.name })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.madeBy))
    .where(eq(apiTokens.organisationId, organisationId))
    .orderBy(desc(apiTokens.madeAt))
    .all()
    .map(({ token, madeBy }) => {
      const { id, name, scopes, madeAt, endsAt, lastUsedAt, revokedAt } = token
      return { id, name, scopes, madeBy, madeAt, endsAt, lastUsedAt, revokedAt }
    })
}

/** @throws UserError `token.not-found` (404), also for another organisation's or a revoked one */
export function revokeToken(
  bank: Bank,
  key: { tokenId: string; organisationId: string; personId: string; now: Date },
): void {
  const { tokenId, organisationId, personId, now } = key
  const at = now.getTime()
  bank.transaction((tx) => {
    const revoked = tx
      .update(apiTokens)
      .set({ revokedAt: at, revokedBy: personId })
      .where(
        and(
          eq(apiTokens.id, tokenId),
          eq(apiTokens.organisationId, organisationId),
          isNull(apiTokens.revokedAt),
        ),
      )
      .returning({ name: apiTokens.name })
      .get()
    if (!revoked) throw new UserError('token.not-found', {}, 404)
    recordEvent(tx, {
      ...{ at, organisationId, personId, object: tokenId, details: revoked },
      action: 'token.revoked',
    })
  })
}

/** Whose token this is; `null` for one that is unknown, over or revoked. */
export function readToken(bank: Bank, secret: string, now: Date): ApiCaller | null {
  const at = now.getTime()
  const row = bank
    .select()
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.tokenDigest, digestOf(secret)),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.endsAt, at),
      ),
    )
    .get()
  if (!row) return null
  noteUse(bank, row, at)
  const { id, name, organisationId, madeBy, scopes } = row
  const roles = scopes.map((scope) => `api:${scope}` as const)
  return { tokenId: id, name, organisationId, personId: madeBy, roles }
}

/** Once a minute at most: each time is a commit that waits for the disk. */
function noteUse(bank: Bank, { id, lastUsedAt }: typeof apiTokens.$inferSelect, at: number) {
  if (lastUsedAt !== null && at - lastUsedAt < 60_000) return
  bank.update(apiTokens).set({ lastUsedAt: at }).where(eq(apiTokens.id, id)).run()
}

function refuseMore(tx: Pick<Bank, 'select'>, organisationId: string, at: number): void {
  const good = tx
    .select({ count: count() })
    .from(apiTokens)
    .where(
      and(
        eq(apiTokens.organisationId, organisationId),
        isNull(apiTokens.revokedAt),
        gt(apiTokens.endsAt, at),
      ),
    )
    .get()
  if ((good?.count ?? 0) >= most) throw new UserError('token.too-many', { most }, 409)
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

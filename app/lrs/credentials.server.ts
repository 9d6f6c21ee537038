import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type LrsScope, lrsCredentials } from '#app/db/schema/bank/lrs-credentials.ts'

/** Whose statements a request may write or read. */
export type Credential = {
  key: string
  organisationId: string
  scope: LrsScope
  /** The module of the package that carries it; `null` for a key of a person or a system. */
  moduleId: string | null
  /** Whose package carries it in a session with target learners; `null` for every other key. */
  participantId: string | null
}

/** @returns the only time that the secret is known: the bank keeps its digest */
export function createCredential(
  bank: Pick<Bank, 'insert'>,
  given: {
    organisationId: string
    scope: LrsScope
    packageId?: string
    participantId?: string
    /** For whom, and by whom, where a person gives it. */
    label?: string
    madeBy?: string
    now: Date
  },
): { key: string; secret: string } {
  const key = randomBytes(12).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  bank
    .insert(lrsCredentials)
    .values({
      key,
      secretDigest: digestOf(secret).toString('hex'),
      organisationId: given.organisationId,
      scope: given.scope,
      packageId: given.packageId ?? null,
      participantId: given.participantId ?? null,
      label: given.label ?? '',
      madeBy: given.madeBy ?? null,
      createdAt: given.now.getTime(),
      revokedAt: null,
    })
    .run()
  return { key, secret }
}

/** The key opens nothing any more, everywhere, within {@link cacheMs}. */
export function revokeCredential(bank: Bank, key: string, now: Date): void {
  bank
    .update(lrsCredentials)
    .set({ revokedAt: now.getTime() })
    .where(eq(lrsCredentials.key, key))
    .run()
}

/** How long a key that was right is taken as right without asking the bank. */
export const cacheMs = 500

/**
 * Reads `Authorization: Basic …`.
 *
 * @returns a function from the header to whose key it is; `null` when it is nobody's or revoked
 */
export function authenticate(bank: Bank): (header: string | undefined) => Credential | null {
  const find = bank.$client.prepare<[string], Row>(
    `select c.key, c.secretDigest, c.organisationId, c.scope, c.revokedAt, c.participantId, e.moduleId
     from lrs_credentials c
     left join packages p on p.id = c.packageId
     left join editions e on e.id = p.editionId
     where c.key = ?`,
  )
  const cache = new Map<string, { credential: Credential; until: number }>()
  return (header) => {
    if (!header) return null
    const cached = cache.get(header)
    if (cached && cached.until > performance.now()) return cached.credential
    const credential = check(header, (key) => find.get(key))
    cache.delete(header)
    if (cache.size > 1000) cache.clear()
    if (credential) cache.set(header, { credential, until: performance.now() + cacheMs })
    return credential
  }
}

type Row = Credential & { secretDigest: string; revokedAt: number | null }

function check(header: string, find: (key: string) => Row | undefined): Credential | null {
  const [, encoded] = /^basic\s+([\w+/=-]+)\s*$/i.exec(header) ?? []
  if (!encoded) return null
  const [key, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  const row = find(key!)
  const expected = Buffer.from(row?.secretDigest ?? digestOf('').toString('hex'), 'hex')
  const same = timingSafeEqual(digestOf(secret.join(':')), expected)
  if (!row || !same || row.revokedAt !== null) return null
  const { organisationId, scope, moduleId, participantId } = row
  return { key: row.key, organisationId, scope, moduleId, participantId }
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

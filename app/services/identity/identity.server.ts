import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { identities } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { checkColours, type Identity, IdentityFields } from '#packaging/index.ts'
import { largestLogo, logoTypes } from './logo.ts'

/** What an organisation has kept; `null` when it looks and speaks as we do. */
export function readIdentity(
  db: Pick<Bank, 'select'>,
  organisationId: string,
): Identity | null {
  const row = db
    .select()
    .from(identities)
    .where(eq(identities.organisationId, organisationId))
    .get()
  return row ? IdentityFields.parse(row.identity) : null
}

export type KeptIdentity = {
  identity: Identity
  organisationId: string
  personId: string
  now: Date
}

/**
 * Keeps how the packages of an organisation look and speak from now on.
 *
 * @throws UserError `identity.accent`, `identity.paper` with the nearest colour that can be read, or
 *   why a file is no logo
 */
export function keepIdentity(bank: Bank, kept: KeptIdentity): void {
  const { organisationId, personId, now } = kept
  bank.transaction(
    (tx) => {
      const identity = acceptableIdentity(tx, kept)
      const at = now.getTime()
      const row = { identity, keptBy: personId, keptAt: at }
      tx.insert(identities)
        .values({ organisationId, ...row })
        .onConflictDoUpdate({ target: identities.organisationId, set: row })
        .run()
      recordEvent(tx, {
        ...{ at, organisationId, personId, details: told(identity) },
        action: 'identity.kept',
        object: organisationId,
      })
    },
    { behavior: 'immediate' },
  )
}

/** An identity that can be used here, read; thrown out otherwise, as {@link keepIdentity} does. */
export function acceptableIdentity(
  db: Pick<Bank, 'select'>,
  { identity, organisationId }: Pick<KeptIdentity, 'identity' | 'organisationId'>,
): Identity {
  const [problem] = checkColours(identity.theme)
  if (problem) {
    const { token, colour, ratio, least, proposal } = problem
    const numbers = { ratio: Math.floor(ratio * 10) / 10, least }
    const params = { colour, ...numbers, proposal: proposal ?? '#000000' }
    if (token === 'paper') throw new UserError('identity.paper', params)
    throw new UserError('identity.accent', params)
  }
  if (identity.theme.logo) refuseLogo(db, identity.theme.logo.digest, organisationId)
  return identity
}

function refuseLogo(db: Pick<Bank, 'select'>, digest: string, organisationId: string): void {
  const file = findAsset(db, { digest, organisationId })
  if (!file) throw new UserError('asset.not-found', {}, 404)
  if (!logoTypes.includes(file.mediaType)) throw new UserError('identity.logo-type')
  if (file.bytes > largestLogo)
    throw new UserError('identity.logo-too-large', { kilobytes: largestLogo / 1000 }, 413)
}

/** Digests say which logo it was, for as long as the trail is kept. */
function told({ theme, labels }: Identity): Record<string, string | number | null> {
  const { logo, ...looks } = theme
  const words = Object.values(labels).flatMap((said) => Object.keys(said)).length
  return { ...looks, logo: logo?.digest.slice(0, 12) ?? null, words }
}

import { and, eq, like, or } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { assetRights, assets } from '#app/db/schema/bank/index.ts'
import { listMembers, type MemberName } from '#app/services/accounts/list-members.server.ts'
import { licences } from '#content-schema/licences/catalogue.ts'

/** What a form of rights lets one choose from. */
export type RightsChoices = {
  licences: { id: string; name: { fr: string; en: string } }[]
  /** Who may answer for a file. */
  members: MemberName[]
  /** Files that may prove something: papers and pictures of papers. */
  proofs: { digest: string; title: string }[]
}

/** The last ones are enough to choose from: a proof is kept when its right is recorded. */
const mostProofs = 100

export function rightsChoices(bank: Bank, organisationId: string): RightsChoices {
  return {
    licences: licences.map(({ id, name }) => ({ id, name })),
    members: listMembers(bank, { organisationId }),
    proofs: proofsOf(bank, organisationId),
  }
}

function proofsOf(bank: Bank, organisationId: string): RightsChoices['proofs'] {
  return bank
    .select({ digest: assets.digest, record: assetRights.record })
    .from(assetRights)
    .innerJoin(assets, eq(assets.digest, assetRights.digest))
    .where(
      and(
        eq(assetRights.organisationId, organisationId),
        or(like(assets.mediaType, 'application/%'), like(assets.mediaType, 'text/plain')),
      ),
    )
    .limit(mostProofs)
    .all()
    .map(({ digest, record }) => ({ digest, title: record.title }))
}

import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import { openAsset } from '#app/services/assets/asset-files.server.ts'
import { type AssetWithRights, listAssets } from '#app/services/assets/find-asset.server.ts'
import { isDecoded, picture } from '#app/services/assets/pictures.server.ts'
import {
  type Edition,
  findRevision,
  listEditions,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import type { Content } from '#app/services/reuse/content-digest.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { usedWorks } from '#app/services/reuse/used-parts.server.ts'
import { credited } from '#app/services/sharing/credited.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import type { EditionNumber } from '#content-schema/statements/activities.ts'
import type { Identity } from '#packaging/identity/identity.ts'
import type { PackageSource } from '#packaging/package-source.ts'

export type Store = { bank: Bank; dataDir: string }

/** A published edition as packaging takes it, with the rights that were known when it was published. */
export function editionSource(
  store: Store,
  edition: Edition,
  organisationId: string,
): PackageSource {
  const revision = findRevision(store.bank, edition.revisionId)
  const { major, minor, publishedAt, rights, coAuthors } = edition
  const whole = source(store, revision, {
    organisationId,
    number: { major, minor },
    at: publishedAt,
    rights,
  })
  const organisation = organisationName(store.bank, organisationId)
  const facts = credited(whole.facts, { organisation, coAuthors })
  return { ...whole, facts, earlier: earlierRevisions(store.bank, edition) }
}

/** How many editions back a learner may come from with their work. */
const mostEarlier = 10

function earlierRevisions(
  bank: Bank,
  { moduleId, major, minor }: Edition,
): PackageSource['earlier'] {
  return listEditions(bank, moduleId)
    .filter((each) => each.major < major || (each.major === major && each.minor < minor))
    .slice(0, mostEarlier)
    .map(({ revisionId }) => findRevision(bank, revisionId))
    .map((revision) => ({ ...revision, document: resolved(bank, revision).document }))
}

/** As much of a revision as is shown; a draft has it too, but for the id. */
export type PreviewedRevision = Content & Pick<Revision, 'digest' | 'number' | 'frozenAt'>

/** A revision that is not published, to be looked at as a learner would see it. */
export function revisionSource(
  store: Store,
  revision: PreviewedRevision,
  organisationId: string,
): PackageSource {
  const number = { major: 0, minor: revision.number }
  return source(store, revision, { organisationId, number, at: revision.frozenAt, rights: {} })
}

function source(
  store: Store,
  revision: PreviewedRevision,
  edition: {
    organisationId: string
    number: EditionNumber
    at: number
    rights: Record<string, RightsRecord>
  },
): PackageSource {
  const { organisationId, rights } = edition
  const whole = resolved(store.bank, revision, organisationId)
  return {
    moduleId: revision.moduleId,
    facts: revision.facts,
    organisation: organisationName(store.bank, organisationId),
    alignments: whole.alignments,
    document: whole.document,
    works: usedWorks(store.bank, whole, revision),
    optional: whole.optional,
    digest: revision.digest,
    edition: edition.number,
    publishedAt: edition.at,
    earlier: [],
    assets: packagedAssets(store, filesOf(store.bank, whole), rights),
  }
}

/** The same source with the file of a logo, which no node of the document shows. */
export function withLogo(
  store: Store,
  whole: PackageSource,
  { identity }: { identity: Identity | null },
  organisationId: string,
): PackageSource {
  const digest = identity?.theme.logo?.digest
  if (!digest) return whole
  const files = listAssets(store.bank, { digests: [digest], organisationId })
  const logo = packagedAssets(store, files)
  return { ...whole, assets: new Map([...whole.assets, ...logo]) }
}

function packagedAssets(
  { dataDir }: Pick<Store, 'dataDir'>,
  files: AssetWithRights[],
  rights: Record<string, RightsRecord> = {},
): PackageSource['assets'] {
  return new Map(
    files.map((asset) => [
      asset.digest,
      {
        ...asset,
        rights: rights[asset.digest] ?? asset.rights,
        open: () => openAsset(dataDir, asset.digest),
        ...(isDecoded(asset) && {
          picture: (region: string) => picture(dataDir, asset, region),
        }),
      },
    ]),
  )
}

function organisationName(bank: Bank, id: string): string {
  return bank.select().from(organisations).where(eq(organisations.id, id)).get()!.name
}

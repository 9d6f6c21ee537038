import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import { openAsset } from '#app/services/assets/asset-files.server.ts'
import { listAssets } from '#app/services/assets/find-asset.server.ts'
import { isDecoded, picture } from '#app/services/assets/pictures.server.ts'
import {
  type Edition,
  findRevision,
  listEditions,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
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
  const { major, minor, publishedAt, rights } = edition
  const whole = source(store, revision, {
    organisationId,
    number: { major, minor },
    at: publishedAt,
    rights,
  })
  return { ...whole, earlier: earlierRevisions(store.bank, edition) }
}

/** How many editions back a learner may come from with their work. */
const mostEarlier = 10

function earlierRevisions(bank: Bank, { moduleId, major, minor }: Edition): Revision[] {
  return listEditions(bank, moduleId)
    .filter((each) => each.major < major || (each.major === major && each.minor < minor))
    .slice(0, mostEarlier)
    .map(({ revisionId }) => findRevision(bank, revisionId))
}

/** As much of a revision as is shown; a draft has it too. */
export type PreviewedRevision = Pick<
  Revision,
  'moduleId' | 'facts' | 'alignments' | 'document' | 'digest' | 'number' | 'frozenAt'
>

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
  const digests = assetDigests(readDocument(revision.document))
  return {
    moduleId: revision.moduleId,
    facts: revision.facts,
    organisation: organisationName(store.bank, organisationId),
    alignments: revision.alignments,
    document: revision.document,
    digest: revision.digest,
    edition: edition.number,
    publishedAt: edition.at,
    earlier: [],
    assets: packagedAssets(store, { digests, organisationId, rights }),
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
  const logo = packagedAssets(store, { digests: [digest], organisationId, rights: {} })
  return { ...whole, assets: new Map([...whole.assets, ...logo]) }
}

function packagedAssets(
  { bank, dataDir }: Store,
  {
    digests,
    organisationId,
    rights,
  }: { digests: string[]; organisationId: string; rights: Record<string, RightsRecord> },
): PackageSource['assets'] {
  return new Map(
    listAssets(bank, { digests, organisationId }).map((asset) => [
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

import type { Bank } from '#app/db/client.server.ts'
import { listAssets } from '#app/services/assets/find-asset.server.ts'
import { daysOf } from '#app/services/guarantees/days.ts'
import { type Edition, findRevision } from '#app/services/modules/find-module.server.ts'
import { withPlaces } from '#content-schema/checks/places.ts'
import { deliveryFindings } from '#content-schema/checks/rights.ts'
import { readDocument } from '#content-schema/document.ts'
import { assetDigests } from '#content-schema/elements.ts'
import type { Finding } from '#content-schema/finding.ts'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'
import { reaches, type Use, useKey } from '#content-schema/rights/reason.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import { listDecisions } from './read-decisions.server.ts'

type Delivered = { edition: Edition; organisationId: string }
type Judging = Delivered & { use: Use; now: Date }

/** What stands against delivering an edition so, by what is known of its files today. */
export function deliveryRights(
  db: Pick<Bank, 'select'>,
  { edition, organisationId, use, now }: Judging,
): Finding[] {
  return judging(db, { edition, organisationId, now })(use)
}

/** The same for each use there is: whoever chooses one sees at once what it comes to. */
export function rightsByUse(
  db: Pick<Bank, 'select'>,
  asked: Delivered & { now: Date },
): Record<string, Finding[]> {
  const judge = judging(db, asked)
  const uses = reaches.flatMap((reach) =>
    [false, true].map((commercial) => ({ reach, commercial })),
  )
  return Object.fromEntries(uses.map((use) => [useKey(use), judge(use)]))
}

function judging(
  db: Pick<Bank, 'select'>,
  { edition, organisationId, now }: Delivered & { now: Date },
): (use: Use) => Finding[] {
  const { document, facts } = findRevision(db, edition.revisionId)
  const doc = readDocument(document)
  const assets = rightsToday(db, { edition, organisationId })
  const decisions = listDecisions(db, edition.moduleId)
  return (use) => {
    const asked = { assets, decisions, use, days: daysOf(now), licence: facts.licence }
    return withPlaces(doc, deliveryFindings(doc, asked))
  }
}

/** Files that may not be sold whoever sells them, unless somebody decided otherwise. */
export function excludedFromSale(db: Pick<Bank, 'select'>, delivered: Delivered): string[] {
  return [...rightsToday(db, delivered)]
    .filter(([, { rights }]) => excludesSale(rights))
    .map(([digest]) => digest)
}

function excludesSale({ basis, licence }: RightsRecord): boolean {
  const known = licenceOf(licence)
  return basis === 'licence' && known?.family !== 'closed' && !known?.permits.commercial
}

/** Those that the organisation no longer has are judged by what was known at the publication. */
function rightsToday(db: Pick<Bank, 'select'>, { edition, organisationId }: Delivered) {
  const { document } = findRevision(db, edition.revisionId)
  const digests = assetDigests(readDocument(document))
  const today = listAssets(db, { digests, organisationId })
  const known = new Map(today.map(({ digest, rights }) => [digest, { rights }]))
  for (const [digest, rights] of Object.entries(edition.rights))
    if (!known.has(digest)) known.set(digest, { rights })
  return known
}

import type { Bank } from '#app/db/client.server.ts'
import { daysOf } from '#app/services/guarantees/days.ts'
import { type Edition, findRevision } from '#app/services/modules/find-module.server.ts'
import { filesOf, type ResolvedContent, resolved } from '#app/services/reuse/resolved.server.ts'
import { usedParts } from '#app/services/reuse/used-parts.server.ts'
import { withPlaces } from '#content-schema/checks/places.ts'
import { deliveryFindings } from '#content-schema/checks/rights.ts'
import { readDocument } from '#content-schema/document.ts'
import type { Finding } from '#content-schema/finding.ts'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'
import { ledToReferences } from '#content-schema/reuse/resolve.ts'
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
  { edition, now }: Delivered & { now: Date },
): (use: Use) => Finding[] {
  const revision = findRevision(db, edition.revisionId)
  const { licence } = revision.facts
  const own = readDocument(revision.document)
  const whole = resolved(db, revision)
  const known = {
    assets: rightsToday(db, edition, whole),
    modules: usedParts(db, whole, revision),
    decisions: listDecisions(db, edition.moduleId),
  }
  return (use) => {
    const found = deliveryFindings(whole.doc, { ...known, use, days: daysOf(now), licence })
    return withPlaces(own, ledToReferences(found, whole.origins))
  }
}

/** Files, and other modules, that may not be sold whoever sells them, unless somebody decided otherwise. */
export function excludedFromSale(db: Pick<Bank, 'select'>, { edition }: Delivered): string[] {
  const revision = findRevision(db, edition.revisionId)
  const whole = resolved(db, revision)
  const files = [...rightsToday(db, edition, whole)].map(([digest, { rights }]) => ({
    digest,
    rights,
  }))
  const all = [...files, ...usedParts(db, whole, revision)]
  return [
    ...new Set(all.filter(({ rights }) => excludesSale(rights)).map(({ digest }) => digest)),
  ]
}

function excludesSale({ basis, licence }: RightsRecord): boolean {
  const known = licenceOf(licence)
  return basis === 'licence' && known?.family !== 'closed' && !known?.permits.commercial
}

/** Those that the organisation no longer has are judged by what was known at the publication. */
function rightsToday(db: Pick<Bank, 'select'>, edition: Edition, whole: ResolvedContent) {
  const today = filesOf(db, whole)
  const known = new Map(today.map(({ digest, rights }) => [digest, { rights }]))
  for (const [digest, rights] of Object.entries(edition.rights))
    if (!known.has(digest)) known.set(digest, { rights })
  return known
}

import type { Bank } from '#app/db/client.server.ts'
import { editions, type KeptWaiver } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import {
  type Draft,
  findRevision,
  latestEdition,
  type ModuleKey,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { freezeRevision } from '#app/services/modules/freeze-revision.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { followersOf } from '#app/services/reuse/record-uses.server.ts'
import { filesOf, resolved } from '#app/services/reuse/resolved.server.ts'
import { indexModule } from '#app/services/search/index-module.server.ts'
import { creditedCoAuthors } from '#app/services/sharing/co-authors.server.ts'
import { keepPublicRecord } from '#app/services/sharing/public-records.server.ts'
import { readSharing } from '#app/services/sharing/read-sharing.server.ts'
import { refuseUnshareable } from '#app/services/sharing/shareable.server.ts'
import { canonicalJson } from '#content-schema/canonical-json.ts'
import { newId } from '#content-schema/identity.ts'
import type { RevisionContent } from '#content-schema/module.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import type { EditionNumber } from '#content-schema/statements/activities.ts'
import { readGates } from './gates.server.ts'

export type Publication = ModuleKey & {
  /** What the publisher looked at: refused when the draft has changed since. */
  expectedDigest: string
  note: string
  personId: string
  now: Date
}

/**
 * The one way to publish: evaluates every gate inside its own transaction, then freezes.
 *
 * @throws UserError `publication.refused` naming how many things are missing,
 *   `publication.other-content` or `publication.nothing-new` (409), `sharing.rights`,
 *   `co-author.may-not-publish` (403)
 */
export function publishModule(bank: Bank, publication: Publication): EditionNumber {
  const { organisationId, personId, note, now } = publication
  return bank.transaction((tx) => {
    const { draft, ownerId, mayPublish } = findHeld(tx, publication)
    if (!mayPublish) throw new UserError('co-author.may-not-publish', {}, 403)
    const waived = refuseClosedGates(tx, draft, publication)
    const revision = freezeRevision(tx, draft, { personId, now })
    if (revision.digest !== publication.expectedDigest)
      throw new UserError('publication.other-content', {}, 409)
    const number = nextNumber(tx, draft, revision.id)
    const at = now.getTime()
    const edition = tx
      .insert(editions)
      .values({
        id: newId(),
        moduleId: draft.moduleId,
        revisionId: revision.id,
        ...number,
        note,
        waivers: waived,
        rights: rightsOf(tx, revision),
        coAuthors: creditedCoAuthors(tx, draft.moduleId),
        publishedAt: at,
        publishedBy: personId,
      })
      .returning()
      .get()
    const { visibility } = readSharing(tx, draft.moduleId)
    refuseUnshareable(tx, { edition, organisationId: ownerId, visibility, now })
    const details = { edition: `${number.major}.${number.minor}`, digest: revision.digest }
    recordEvent(tx, {
      at,
      organisationId,
      personId,
      action: 'module.published',
      object: draft.moduleId,
      details,
    })
    keepPublicRecord(tx, draft.moduleId, now)
    for (const id of [draft.moduleId, ...followersOf(tx, draft.moduleId)])
      indexModule(tx, id, now)
    return number
  })
}

/** Whether what changed asks for a new major number: objective, alignments or the rule of success. */
function isMajorChange(before: RevisionContent, after: RevisionContent): boolean {
  const promise = ({ facts, alignments }: RevisionContent) =>
    canonicalJson([
      facts.objective,
      facts.masteryPercent,
      alignments.map((each) => `${each.competencyId} ${each.role}`).sort(),
    ])
  return promise(before) !== promise(after)
}

/** Gives the waivers that it needs. */
function refuseClosedGates(
  tx: Parameters<typeof readGates>[0],
  draft: Draft,
  { now }: Publication,
): KeptWaiver[] {
  const closed = readGates(tx, { draft, now }).filter((gate) => !gate.passed)
  const count = closed
    .filter(({ waiver }) => waiver === null)
    .flatMap(({ findings }) => findings.filter((each) => each.severity === 'blocks')).length
  if (count > 0) throw new UserError('publication.refused', { count })
  return closed.flatMap(({ waiver }) => waiver ?? [])
}

function nextNumber(tx: Pick<Bank, 'select'>, draft: Draft, revisionId: string): EditionNumber {
  const last = latestEdition(tx, draft.moduleId)
  if (!last) return { major: 1, minor: 0 }
  if (last.revisionId === revisionId) throw new UserError('publication.nothing-new', {}, 409)
  const major = isMajorChange(findRevision(tx, last.revisionId), draft)
  return major
    ? { major: last.major + 1, minor: 0 }
    : { major: last.major, minor: last.minor + 1 }
}

function rightsOf(tx: Pick<Bank, 'select'>, revision: Revision): Record<string, RightsRecord> {
  const known = filesOf(tx, resolved(tx, revision))
  return Object.fromEntries(known.map(({ digest, rights }) => [digest, rights]))
}

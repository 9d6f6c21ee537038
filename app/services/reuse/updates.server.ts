import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { origins, setAsideUpdates } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import {
  type Draft,
  findDraft,
  findRevision,
  findRevisionByDigest,
  type ModuleKey,
  type Reader,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import {
  compareDocuments,
  compareFacts,
  type Difference,
  elementsAlone,
  type FactDifference,
} from '#content-schema/comparison/compare.ts'
import { mapNodes } from '#content-schema/identity.ts'
import { type Reference, referencesOf } from '#content-schema/reuse/reference.ts'
import { adoptFiles } from './adopt-files.server.ts'
import { resolved } from './resolved.server.ts'
import { type ReusableEdition, reusableEdition } from './reusable.server.ts'
import { originOf } from './used-parts.server.ts'

/** The place of a fork among the places that reuse. */
export const originPlace = 'origin'

/** That a later edition is there than the one a person last saw in a place. */
export type Update = {
  /** Id of the node that reuses, or {@link originPlace}. */
  referenceId: string
  moduleId: string
  title: string
  /** It is taken at the next freeze, whatever is decided here. */
  follows: boolean
  seen: string
  latest: string
  digest: string
  state: 'open' | 'ignored' | 'declined'
  facts: FactDifference[]
  differences: Difference[]
}

/** What is new in what a module reuses, or was made from, with what changed in each. */
export function listUpdates(db: Reader, key: ModuleKey): Update[] {
  const draft = findDraft(db, key)
  const decisions = setAsideOf(db, draft.moduleId)
  return placesOf(db, draft).flatMap((place): Update[] => {
    const { id, moduleId, digest, edition, follows } = place
    const latest = latestFor(db, moduleId, key.organisationId)
    const seen = findRevisionByDigest(db, moduleId, digest)
    if (!latest || !seen || latest.digest === digest) return []
    const now = findRevision(db, latest.revisionId)
    const changed = changedBetween(db, place, seen, now)
    // An element that stays as it is needs nobody to look at it.
    if (place.type === 'reuse' && changed.facts.length + changed.differences.length === 0)
      return []
    const decision = decisions.get(id)
    const declined = decision && decision.digest === null
    const ignored = decision?.digest === latest.digest
    return [
      {
        ...{ referenceId: id, moduleId, follows, seen: edition, latest: latest.edition },
        ...{ title: now.facts.title, digest: latest.digest },
        state: declined ? 'declined' : ignored ? 'ignored' : 'open',
        ...changed,
      },
    ]
  })
}

/** What was decided against in a module, by the place; a `digest` of `null` is for good. */
export function setAsideOf(db: Reader, moduleId: string) {
  const rows = db
    .select()
    .from(setAsideUpdates)
    .where(eq(setAsideUpdates.moduleId, moduleId))
    .all()
  return new Map(rows.map((row) => [row.referenceId, row]))
}

/** Of a whole module all that changed; of an element reused alone, its words and its licence. */
function changedBetween(db: Reader, { type, nodeId }: Place, seen: Revision, now: Revision) {
  const facts = compareFacts(seen.facts, now.facts)
  const [before, after] = [resolved(db, seen), resolved(db, now)]
  if (type !== 'reuse') return { facts, differences: compareDocuments(before.doc, after.doc) }
  const only = ({ doc, origins }: typeof before) =>
    elementsAlone(doc, (id) => (origins.get(id) ?? id) === nodeId)
  return {
    facts: facts.filter(({ fact }) => fact === 'licence'),
    differences: compareDocuments(only(before), only(after)),
  }
}

export const updateDecisions = ['accept', 'replace', 'ignore', 'decline', 'reconsider'] as const
export type UpdateDecision = (typeof updateDecisions)[number]

type Deciding = ModuleKey & {
  referenceId: string
  decision: UpdateDecision
  /** The edition that was compared: refused when a later one came meanwhile. */
  digest: string
  personId: string
  now: Date
}

/**
 * Accepts a later edition in one place, sets it or all later ones aside, or takes that back. What a
 * module was made from is accepted once a person has redone it, or replaces the draft whole.
 *
 * @throws UserError `reuse.no-update` (409) when there is none, or another than the one compared
 */
export function decideUpdate(bank: Bank, deciding: Deciding): void {
  const { referenceId, decision, digest, personId, organisationId, now } = deciding
  bank.transaction(
    (tx) => {
      const draft = findDraft(tx, deciding)
      const { moduleId } = draft
      const place = placesOf(tx, draft).find(({ id }) => id === referenceId)
      const latest = place && latestFor(tx, place.moduleId, organisationId)
      if (!latest || latest.digest !== digest) throw new UserError('reuse.no-update', {}, 409)
      tx.delete(setAsideUpdates)
        .where(
          and(
            eq(setAsideUpdates.moduleId, moduleId),
            eq(setAsideUpdates.referenceId, referenceId),
          ),
        )
        .run()
      if (decision === 'ignore' || decision === 'decline') {
        const until = decision === 'ignore' ? digest : null
        tx.insert(setAsideUpdates)
          .values({
            ...{ moduleId, referenceId, digest: until },
            ...{ decidedBy: personId, decidedAt: now.getTime() },
          })
          .run()
      }
      if (decision === 'accept' || decision === 'replace')
        take(tx, { ...deciding, moduleId }, draft, latest)
      const details = { referenceId, decision, digest }
      const at = now.getTime()
      recordEvent(tx, {
        ...{ at, organisationId, personId, object: moduleId, details },
        action: 'reuse.update-decided',
      })
    },
    { behavior: 'immediate' },
  )
}

type Transaction = Parameters<Parameters<Bank['transaction']>[0]>[0]

function take(
  tx: Transaction,
  deciding: Deciding,
  draft: Draft,
  latest: ReusableEdition,
): void {
  const { referenceId, decision, moduleId } = deciding
  const { digest, edition } = latest
  if (referenceId !== originPlace) {
    saveDraft(tx, {
      ...deciding,
      baseVersion: null,
      change: withSeen(draft, referenceId, latest),
    })
    return
  }
  const revision = findRevision(tx, latest.revisionId)
  if (decision === 'replace') {
    adoptFiles(tx, { ...deciding, revision })
    const { title, code, authors } = draft.facts
    const facts = { ...revision.facts, title, code, authors }
    const { document, alignments } = revision
    saveDraft(tx, { ...deciding, baseVersion: null, change: { document, facts, alignments } })
  }
  const { title, licence, authors } = revision.facts
  tx.update(origins)
    .set({ digest, edition, title, licence, authors })
    .where(eq(origins.moduleId, moduleId))
    .run()
}

function withSeen({ document }: Draft, referenceId: string, latest: ReusableEdition) {
  const { digest, edition } = latest
  const doc = mapNodes(document.doc, (node) =>
    node.attrs?.id === referenceId
      ? { ...node, attrs: { ...node.attrs, digest, edition } }
      : node,
  )
  return { document: { ...document, doc } }
}

/** A reference of the draft, or what the module was made from. */
type Place = Pick<
  Reference,
  'id' | 'moduleId' | 'digest' | 'edition' | 'follows' | 'nodeId'
> & {
  type: Reference['type'] | 'origin'
}

function placesOf(db: Reader, { moduleId, document }: Draft): Place[] {
  const origin = originOf(db, moduleId)
  return [
    ...referencesOf(document.doc),
    ...(origin
      ? [
          {
            ...{ id: originPlace, type: 'origin' as const, nodeId: null, follows: false },
            ...{ moduleId: origin.originModuleId },
            ...{ digest: origin.digest, edition: origin.edition },
          },
        ]
      : []),
  ]
}

function latestFor(db: Reader, moduleId: string, organisationId: string) {
  const found = reusableEdition(db, { moduleId, organisationId, digest: null })
  return typeof found === 'string' ? null : found
}

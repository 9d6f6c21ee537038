import type { Node } from 'prosemirror-model'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import type { ModuleKey, Reader } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { gateProfileOf } from '#app/services/publication/gate-profiles.server.ts'
import { readApprovals } from '#app/services/publication/gates.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { readDocument } from '#content-schema/document.ts'
import { elementsOf, findNode } from '#content-schema/elements.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { replaceablePart } from '#content-schema/replacement.ts'
import { holds } from './approval.ts'
import { listReviews, type ReviewView, readableBy } from './read-review.server.ts'
import { remarkPlaces } from './remark-places.server.ts'
import { standingOf } from './standing.server.ts'

/**
 * What whoever writes a module sees of its reviews: the rounds, the latest first, with whether each
 * verdict still holds; the remarks with where they stand now; and what could be asked next.
 */
export function readModuleReviews(
  db: Parameters<typeof listMembers>[0] & Reader,
  { personId, ...key }: ModuleKey & { personId: string },
) {
  const { draft, ownerId } = findHeld(db, key)
  const reviews = readableBy(listReviews(db, draft.moduleId), personId)
  const standing = standingOf(db, draft)
  const { doc } = resolved(db, draft)
  const own = readDocument(draft.document)
  const profile = gateProfileOf(db, ownerId, draft.facts)
  return {
    moduleId: draft.moduleId,
    rounds: roundsOf(reviews).map(({ id, reviews: asked }) => ({
      id,
      reviews: asked.map(({ remarks: _, ...review }) => ({
        ...review,
        verdicts: review.verdicts.map((each) => ({ ...each, holds: holds(each, standing) })),
      })),
    })),
    remarks: reviews.flatMap(({ id: reviewId, round, guest, remarks }) =>
      remarks.map((remark) => ({
        ...{ ...remark, reviewId, round, byLink: guest !== null },
        textNow: remark.proposal && remark.nodeId ? textNow(own, remark.nodeId) : null,
      })),
    ),
    places: remarkPlaces(db, draft, reviews),
    nodes: elementsOf(doc).map(({ node }) => ({
      id: String(node.attrs.id),
      text: excerpt(node, 70),
    })),
    asking: {
      ...whoMayBeAsked(db, reviews, { ...key, personId }),
      ...nextRound(reviews, standing.digest),
      toSign: readApprovals(db, draft, profile)
        .filter(({ state }) => state !== 'approved' && state !== 'waiting')
        .map(({ aspect }) => aspect),
    },
  }
}

/** What a node says in the draft, where others could stand in its place. */
function textNow(doc: Node, nodeId: string): string | null {
  const node = findNode(doc, nodeId)
  return (node && replaceablePart(node)?.textContent) ?? null
}

type Round = { id: string; number: number; reviews: ReviewView[] }

function roundsOf(reviews: readonly ReviewView[]): Round[] {
  const rounds = new Map<string, Round>()
  for (const review of reviews) {
    const { roundId: id, round: number } = review
    const round = rounds.get(id) ?? { id, number, reviews: [] }
    rounds.set(id, round)
    round.reviews.push(review)
  }
  return [...rounds.values()].sort((a, b) => b.number - a.number)
}

/** The experts of the organisation, and the guests who were asked before. */
function whoMayBeAsked(
  db: Parameters<typeof listMembers>[0],
  reviews: readonly ReviewView[],
  { organisationId, personId }: { organisationId: string; personId: string },
) {
  const experts = listMembers(db, { organisationId, role: 'expert' })
    .filter(({ id }) => id !== personId)
    .map((expert) => ({ ...expert, isGuest: false }))
  const guests = new Map(
    reviews.flatMap(({ guest, expert, expertId }) =>
      guest ? [[expertId, { id: expertId, name: guest.name || expert, isGuest: true }]] : [],
    ),
  )
  return { people: [...experts, ...guests.values()] }
}

/** A text that was asked about already gets more reviewers; another one gets another round. */
function nextRound(
  reviews: readonly ReviewView[],
  digest: string,
): { next: number | null; ticked: string[] } {
  const last = Math.max(0, ...reviews.map(({ round }) => round))
  if (reviews.some((review) => review.digest === digest)) return { next: null, ticked: [] }
  const before = reviews.filter(({ round, endedAs }) => round === last && endedAs === null)
  return { next: last + 1, ticked: before.map(({ expertId }) => expertId) }
}

import { desc, eq, min } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Bank } from '#app/db/client.server.ts'
import {
  guests,
  people,
  type RemarkKind,
  type ReviewEnd,
  remarks,
  reviewRounds,
  reviews,
  reviewVisits,
  revisions,
  type VerdictValue,
  verdicts,
  verdictValues,
} from '#app/db/schema/bank/index.ts'
import { findRevision, type Revision } from '#app/services/modules/find-module.server.ts'
import type { Anchor } from '#content-schema/anchors/anchor.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { answersIn, type CheckView } from './checklist-answers.server.ts'
import { findReview, type Review, type ReviewKey } from './find-review.server.ts'
import { type ReviewState, reviewState } from './state.ts'

export type RemarkView = {
  id: string
  kind: RemarkKind
  nodeId: string | null
  quote: string
  /** `null` where it is about the whole module. */
  anchor: Anchor | null
  body: string
  /** The moment of a sound or a film that it is about; `null` elsewhere. */
  seconds: number | null
  /** What the node should say instead of what it said; `null` where nothing is proposed. */
  proposal: { before: string; after: string } | null
  accepted: boolean
  author: string
  madeAt: number
  resolved: boolean
  /** Who dealt with it; empty while nobody has. */
  resolvedBy: string
  /** What was done about it. */
  answer: string
}

export type AspectVerdict = Pick<
  typeof verdicts.$inferSelect,
  'aspect' | 'value' | 'digest' | 'scopeDigest' | 'note' | 'givenAt'
> & {
  /** What they answered to the checklist of the aspect. */
  checks: CheckView[]
}

export type ReviewView = {
  id: string
  moduleId: string
  expertId: string
  /** The name they sign with; empty for a guest who has not said it. */
  expert: string
  /** How a guest was invited; `null` for a member. */
  guest: { name: string; email: string | null } | null
  roundId: string
  /** Number of the round in its module. */
  round: number
  state: ReviewState
  endedAs: ReviewEnd | null
  /** Why they declined. */
  endedReason: string
  /** When they first had the text in front of them; `null` before. */
  openedAt: number | null
  requestedAt: number
  dueOn: string | null
  message: string
  revisionNumber: number
  digest: string
  aspects: Aspect[]
  /** One an aspect, in the order of the aspects; none before the expert is done. */
  verdicts: AspectVerdict[]
  /** What they come to together; `null` before. */
  verdict: { value: VerdictValue; givenAt: number } | null
  remarks: RemarkView[]
}

/** A review with all that was said in it, and the frozen revision it is about. */
export function readReview(
  db: Pick<Bank, 'select'>,
  key: ReviewKey,
): { review: ReviewView; row: Review; revision: Revision } {
  const { review: row } = findReview(db, key)
  return {
    review: viewsOf(db, row.moduleId).find((each) => each.id === row.id)!,
    row,
    revision: findRevision(db, row.revisionId),
  }
}

/** The reviews of a module, the latest first. */
export function listReviews(db: Pick<Bank, 'select'>, moduleId: string): ReviewView[] {
  return viewsOf(db, moduleId)
}

function viewsOf(db: Pick<Bank, 'select'>, moduleId: string): ReviewView[] {
  const given = verdictsOf(db, moduleId)
  const said = remarksOf(db, moduleId)
  const opened = openedOf(db, moduleId)
  return db
    .select({
      review: reviews,
      expert: people.name,
      guest: guests,
      round: reviewRounds.number,
      revision: { number: revisions.number, digest: revisions.digest },
    })
    .from(reviews)
    .innerJoin(people, eq(people.id, reviews.expertId))
    .innerJoin(revisions, eq(revisions.id, reviews.revisionId))
    .innerJoin(reviewRounds, eq(reviewRounds.id, reviews.roundId))
    .leftJoin(guests, eq(guests.personId, reviews.expertId))
    .where(eq(reviews.moduleId, moduleId))
    .orderBy(desc(reviews.requestedAt))
    .all()
    .map(({ review, expert, guest, round, revision }) => {
      const { id, roundId, expertId, requestedAt, dueOn, message, aspects: asked } = review
      const { endedAs, endedReason, signsAs } = review
      const life = {
        ...{ endedAs, openedAt: opened.get(id) ?? null, remarks: said.get(id) ?? [] },
        ...signed(given.get(id) ?? []),
      }
      return {
        ...{ id, moduleId, expertId, requestedAt, dueOn, message, aspects: asked },
        expert: signsAs ?? expert,
        guest: guest && { name: expert, email: guest.email },
        ...{ roundId, round, endedReason, ...life, state: reviewState(life) },
        ...{ revisionNumber: revision.number, digest: revision.digest },
      }
    })
}

/** When each review was first opened, by review. */
function openedOf(db: Pick<Bank, 'select'>, moduleId: string) {
  const rows = db
    .select({ id: reviewVisits.reviewId, at: min(reviewVisits.firstAt) })
    .from(reviewVisits)
    .innerJoin(reviews, eq(reviews.id, reviewVisits.reviewId))
    .where(eq(reviews.moduleId, moduleId))
    .groupBy(reviewVisits.reviewId)
    .all()
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** By review. */
function verdictsOf(db: Pick<Bank, 'select'>, moduleId: string) {
  const given = new Map<string, Given[]>()
  const checksOf = answersIn(db, moduleId)
  const rows = db
    .select({ verdict: verdicts })
    .from(verdicts)
    .innerJoin(reviews, eq(reviews.id, verdicts.reviewId))
    .where(eq(reviews.moduleId, moduleId))
    .all()
  for (const { verdict } of rows)
    given.set(verdict.reviewId, [
      ...(given.get(verdict.reviewId) ?? []),
      { ...verdict, checks: checksOf(verdict) },
    ])
  return given
}

type Given = typeof verdicts.$inferSelect & Pick<AspectVerdict, 'checks'>

function signed(given: Given[]): Pick<ReviewView, 'verdicts' | 'verdict'> {
  const inOrder = aspects.flatMap((aspect) => given.filter((each) => each.aspect === aspect))
  const value = verdictValues
    .toReversed()
    .find((each) => inOrder.some((one) => one.value === each))
  return {
    verdicts: inOrder.map(({ reviewId: _, personId: __, ...verdict }) => verdict),
    verdict: value ? { value, givenAt: inOrder[0]!.givenAt } : null,
  }
}

const resolvers = alias(people, 'resolvers')

/** By review. */
function remarksOf(db: Pick<Bank, 'select'>, moduleId: string): Map<string, RemarkView[]> {
  const said = new Map<string, RemarkView[]>()
  const rows = db
    .select({
      remark: remarks,
      author: people.name,
      signsAs: reviews.signsAs,
      resolver: resolvers.name,
    })
    .from(remarks)
    .innerJoin(reviews, eq(reviews.id, remarks.reviewId))
    .innerJoin(people, eq(people.id, remarks.authorId))
    .leftJoin(resolvers, eq(resolvers.id, remarks.resolvedBy))
    .where(eq(reviews.moduleId, moduleId))
    .orderBy(remarks.madeAt)
    .all()
  for (const { remark, author, signsAs, resolver } of rows) {
    const all = said.get(remark.reviewId) ?? []
    said.set(remark.reviewId, all)
    all.push({
      id: remark.id,
      kind: remark.kind,
      nodeId: remark.nodeId,
      anchor: anchorOf(remark),
      quote: remark.quote,
      body: remark.body,
      seconds: remark.seconds,
      proposal:
        remark.proposal === null
          ? null
          : { before: remark.proposedFor ?? '', after: remark.proposal },
      accepted: remark.accepted,
      author: signsAs ?? author,
      madeAt: remark.madeAt,
      resolved: remark.resolvedAt !== null,
      resolvedBy: resolver ?? '',
      answer: remark.answer,
    })
  }
  return said
}

function anchorOf({
  nodeId,
  words,
  before,
  after,
  offset,
}: typeof remarks.$inferSelect): Anchor | null {
  return nodeId === null ? null : { nodeId, words, before, after, offset }
}

/** What somebody may read: remarks of a review that is not given are its expert's alone. */
export function readableBy(reviews: readonly ReviewView[], personId: string): ReviewView[] {
  return reviews.map((review) =>
    review.verdict || review.expertId === personId ? review : { ...review, remarks: [] },
  )
}

/** The remarks that everybody reads and that nobody has dealt with. */
export function openRemarks(reviews: readonly ReviewView[]): RemarkView[] {
  return reviews
    .filter(({ verdict }) => verdict)
    .flatMap(({ remarks: said }) => said.filter(({ resolved }) => !resolved))
}

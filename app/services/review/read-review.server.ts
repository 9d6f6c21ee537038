import { desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import {
  people,
  type RemarkKind,
  remarks,
  reviews,
  revisions,
  type VerdictValue,
  verdicts,
  verdictValues,
} from '#app/db/schema/bank/index.ts'
import { findRevision, type Revision } from '#app/services/modules/find-module.server.ts'
import type { Anchor } from '#content-schema/anchors/anchor.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { findReview, type ReviewKey } from './find-review.server.ts'

export type RemarkView = {
  id: string
  kind: RemarkKind
  nodeId: string | null
  quote: string
  /** `null` where it is about the whole module. */
  anchor: Anchor | null
  body: string
  author: string
  madeAt: number
  resolved: boolean
  /** What was done about it. */
  answer: string
}

export type AspectVerdict = Pick<
  typeof verdicts.$inferSelect,
  'aspect' | 'value' | 'digest' | 'scopeDigest' | 'note' | 'givenAt'
>

export type ReviewView = {
  id: string
  moduleId: string
  expertId: string
  expert: string
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
): { review: ReviewView; revision: Revision } {
  const { review } = findReview(db, key)
  const revision = findRevision(db, review.revisionId)
  return {
    review: viewsOf(db, review.moduleId).find((each) => each.id === review.id)!,
    revision,
  }
}

/** The reviews of a module, the latest first. */
export function listReviews(db: Pick<Bank, 'select'>, moduleId: string): ReviewView[] {
  return viewsOf(db, moduleId)
}

function viewsOf(db: Pick<Bank, 'select'>, moduleId: string): ReviewView[] {
  const given = verdictsOf(db, moduleId)
  return db
    .select({
      review: reviews,
      expert: people.name,
      revision: { number: revisions.number, digest: revisions.digest },
    })
    .from(reviews)
    .innerJoin(people, eq(people.id, reviews.expertId))
    .innerJoin(revisions, eq(revisions.id, reviews.revisionId))
    .where(eq(reviews.moduleId, moduleId))
    .orderBy(desc(reviews.requestedAt))
    .all()
    .map(({ review, expert, revision }) => ({
      id: review.id,
      moduleId: review.moduleId,
      expertId: review.expertId,
      expert,
      requestedAt: review.requestedAt,
      dueOn: review.dueOn,
      message: review.message,
      revisionNumber: revision.number,
      digest: revision.digest,
      aspects: review.aspects,
      ...signed(given.get(review.id) ?? []),
      remarks: remarksOf(db, review.id),
    }))
}

/** By review. */
function verdictsOf(db: Pick<Bank, 'select'>, moduleId: string) {
  const given = new Map<string, (typeof verdicts.$inferSelect)[]>()
  const rows = db
    .select({ verdict: verdicts })
    .from(verdicts)
    .innerJoin(reviews, eq(reviews.id, verdicts.reviewId))
    .where(eq(reviews.moduleId, moduleId))
    .all()
  for (const { verdict } of rows)
    given.set(verdict.reviewId, [...(given.get(verdict.reviewId) ?? []), verdict])
  return given
}

function signed(
  given: (typeof verdicts.$inferSelect)[],
): Pick<ReviewView, 'verdicts' | 'verdict'> {
  const inOrder = aspects.flatMap((aspect) => given.filter((each) => each.aspect === aspect))
  const value = verdictValues
    .toReversed()
    .find((each) => inOrder.some((one) => one.value === each))
  return {
    verdicts: inOrder.map(({ reviewId: _, personId: __, ...verdict }) => verdict),
    verdict: value ? { value, givenAt: inOrder[0]!.givenAt } : null,
  }
}

function remarksOf(db: Pick<Bank, 'select'>, reviewId: string): RemarkView[] {
  return db
    .select({ remark: remarks, author: people.name })
    .from(remarks)
    .innerJoin(people, eq(people.id, remarks.authorId))
    .where(eq(remarks.reviewId, reviewId))
    .orderBy(remarks.madeAt)
    .all()
    .map(({ remark, author }) => ({
      id: remark.id,
      kind: remark.kind,
      nodeId: remark.nodeId,
      anchor: anchorOf(remark),
      quote: remark.quote,
      body: remark.body,
      author,
      madeAt: remark.madeAt,
      resolved: remark.resolvedAt !== null,
      answer: remark.answer,
    }))
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

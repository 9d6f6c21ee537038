import { desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { people, remarks, reviews, revisions, verdicts } from '#app/db/schema/bank/index.ts'
import { findRevision, type Revision } from '#app/services/modules/find-module.server.ts'
import { findReview, type ReviewKey } from './find-review.server.ts'

export type RemarkView = {
  id: string
  nodeId: string | null
  quote: string
  body: string
  author: string
  madeAt: number
  resolved: boolean
}

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
  verdict: { value: 'approved' | 'changes-asked'; note: string; givenAt: number } | null
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
  return db
    .select({
      review: reviews,
      expert: people.name,
      verdict: verdicts,
      revision: { number: revisions.number, digest: revisions.digest },
    })
    .from(reviews)
    .innerJoin(people, eq(people.id, reviews.expertId))
    .innerJoin(revisions, eq(revisions.id, reviews.revisionId))
    .leftJoin(verdicts, eq(verdicts.reviewId, reviews.id))
    .where(eq(reviews.moduleId, moduleId))
    .orderBy(desc(reviews.requestedAt))
    .all()
    .map(({ review, expert, verdict, revision }) => ({
      id: review.id,
      moduleId: review.moduleId,
      expertId: review.expertId,
      expert,
      requestedAt: review.requestedAt,
      dueOn: review.dueOn,
      message: review.message,
      revisionNumber: revision.number,
      digest: revision.digest,
      verdict: verdict && {
        value: verdict.value,
        note: verdict.note,
        givenAt: verdict.givenAt,
      },
      remarks: remarksOf(db, review.id),
    }))
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
      nodeId: remark.nodeId,
      quote: remark.quote,
      body: remark.body,
      author,
      madeAt: remark.madeAt,
      resolved: remark.resolvedAt !== null,
    }))
}

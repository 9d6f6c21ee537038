import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { type RemarkKind, remarks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { anchorIn } from '#content-schema/anchors/anchor.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { findNode } from '#content-schema/elements.ts'
import { newId } from '#content-schema/identity.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import { findReview, type ReviewKey } from './find-review.server.ts'
import { replaceableText } from './proposals.server.ts'
import { findOpenReview } from './reviewer.server.ts'

export type NewRemark = ReviewKey & {
  /** `null` speaks of the whole module. */
  nodeId: string | null
  kind: RemarkKind
  /** What it is about in the node, and what stands before it there; absent: the node as a whole. */
  words?: string | undefined
  before?: string | undefined
  body: string
  /** The moment of a sound or a film that it is about, in seconds. */
  seconds?: number | null | undefined
  /** What the node should say instead; empty or as it is: nothing is proposed. */
  proposal?: string | undefined
  personId: string
  /** What a guest says their name is, with the first thing they do. */
  name?: string | undefined
  now: Date
}

/** Leaves a remark on a node of the revision under review. */
export function addRemark(bank: Bank, remark: NewRemark): void {
  bank.transaction((tx) => {
    const review = findOpenReview(tx, remark)
    const revision = findRevision(tx, review.revisionId)
    const { doc } = resolved(tx, revision)
    const node = remark.nodeId ? findNode(doc, remark.nodeId) : null
    if (remark.nodeId && !node) throw new UserError('remark.no-such-node', {}, 404)
    tx.insert(remarks)
      .values({
        id: newId(),
        reviewId: review.id,
        kind: remark.kind,
        ...(node && anchorIn(node, { words: remark.words, before: remark.before })),
        nodeId: remark.nodeId,
        quote: node ? excerpt(node, 120) : '',
        body: remark.body,
        seconds: remark.seconds ?? null,
        ...proposedIn(revision.document, remark),
        authorId: remark.personId,
        madeAt: remark.now.getTime(),
      })
      .run()
  })
}

/** What is proposed, beside what it is to replace. */
function proposedIn(document: StoredDocument, { nodeId, proposal }: NewRemark) {
  if (!nodeId || !proposal?.trim()) return {}
  const proposedFor = replaceableText(document, nodeId)
  if (proposedFor === null) throw new UserError('remark.not-replaceable')
  return proposal === proposedFor ? {} : { proposal, proposedFor }
}

/** Marks a remark as dealt with, and says how. */
export function resolveRemark(
  bank: Bank,
  request: ReviewKey & { remarkId: string; answer: string; personId: string; now: Date },
): void {
  bank.transaction((tx) => {
    const { review } = findReview(tx, request)
    const { changes } = tx
      .update(remarks)
      .set({
        resolvedAt: request.now.getTime(),
        resolvedBy: request.personId,
        answer: request.answer,
      })
      .where(
        and(
          eq(remarks.id, request.remarkId),
          eq(remarks.reviewId, review.id),
          isNull(remarks.resolvedAt),
        ),
      )
      .run()
    if (changes === 0) throw new UserError('remark.not-found', {}, 404)
    recordEvent(tx, {
      ...{ at: request.now.getTime(), organisationId: request.organisationId },
      ...{ personId: request.personId, object: review.moduleId, action: 'remark.resolved' },
      details: { remarkId: request.remarkId, answer: request.answer },
    })
  })
}

/** Puts a remark back among those to be dealt with: what was said of it stays in the audit trail alone. */
export function reopenRemark(
  bank: Bank,
  request: ReviewKey & { remarkId: string; personId: string; now: Date },
): void {
  bank.transaction((tx) => {
    const { review } = findReview(tx, request)
    const { changes } = tx
      .update(remarks)
      .set({ resolvedAt: null, resolvedBy: null, answer: '', accepted: false })
      .where(
        and(
          eq(remarks.id, request.remarkId),
          eq(remarks.reviewId, review.id),
          isNotNull(remarks.resolvedAt),
        ),
      )
      .run()
    if (changes === 0) throw new UserError('remark.not-found', {}, 404)
    recordEvent(tx, {
      ...{ at: request.now.getTime(), organisationId: request.organisationId },
      ...{ personId: request.personId, object: review.moduleId, action: 'remark.reopened' },
      details: { remarkId: request.remarkId },
    })
  })
}

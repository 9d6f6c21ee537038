import { and, eq, isNull } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { remarks } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import { readDocument, type StoredDocument } from '#content-schema/document.ts'
import { findNode } from '#content-schema/elements.ts'
import { mapNodes } from '#content-schema/identity.ts'
import { replaceablePart, withWords } from '#content-schema/replacement.ts'
import { findReview, type ReviewKey } from './find-review.server.ts'

/** The words of a node that a reviewer may propose others for; `null` where it has none of its own. */
export function replaceableText(document: StoredDocument, nodeId: string): string | null {
  const node = findNode(readDocument(document), nodeId)
  return (node && replaceablePart(node)?.textContent) ?? null
}

/** What somebody who reviews could replace in a node of their revision. Throws as `findReview` does. */
export function readReplaceable(
  db: Pick<Bank, 'select'>,
  { nodeId, ...key }: ReviewKey & { nodeId: string },
): string | null {
  const { review } = findReview(db, key)
  return replaceableText(findRevision(db, review.revisionId).document, nodeId)
}

export type Accepting = ReviewKey & { remarkId: string; personId: string; now: Date }

/**
 * Writes what a reviewer proposed into the draft and marks the remark as dealt with: both, or neither.
 *
 * @throws UserError `remark.not-found` (404), `remark.text-changed` (409) where the node says something
 *   else than when it was proposed, and as `saveDraft` does
 */
export function acceptProposal(bank: Bank, accepting: Accepting): void {
  const { personId, organisationId, remarkId, now } = accepting
  bank.transaction((tx) => {
    const { review, isGiven } = findReview(tx, accepting)
    const remark = tx
      .select()
      .from(remarks)
      .where(
        and(
          eq(remarks.id, remarkId),
          eq(remarks.reviewId, review.id),
          isNull(remarks.resolvedAt),
        ),
      )
      .get()
    const { nodeId = null, proposal = null, proposedFor } = remark ?? {}
    if (!isGiven || nodeId === null || proposal === null)
      throw new UserError('remark.not-found', {}, 404)
    const { moduleId } = review
    const { draft } = findHeld(tx, { moduleId, organisationId })
    const node = findNode(readDocument(draft.document), nodeId)
    if (!node || replaceablePart(node)?.textContent !== proposedFor)
      throw new UserError('remark.text-changed', {}, 409)
    const { format, doc } = draft.document
    const written = withWords(node, proposal)
    const document = {
      format,
      doc: mapNodes(doc, (each) => (each.attrs?.id === nodeId ? written : each)),
    }
    const key = { moduleId, organisationId, personId, now }
    saveDraft(tx, { ...key, baseVersion: draft.version, change: { document } })
    tx.update(remarks)
      .set({ resolvedAt: now.getTime(), resolvedBy: personId, accepted: true })
      .where(eq(remarks.id, remarkId))
      .run()
    recordEvent(tx, {
      ...{ at: now.getTime(), organisationId, personId, object: moduleId },
      ...{ action: 'remark.accepted', details: { remarkId, nodeId } },
    })
  })
}

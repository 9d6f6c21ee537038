import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, revisionUses, uses } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Draft, Reader } from '#app/services/modules/find-module.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import { type Reference, referencesOf } from '#content-schema/reuse/reference.ts'
import { organisationOf, reachedFrom } from './content-digest.server.ts'

type Writer = Pick<Bank, 'select' | 'insert' | 'delete'>

/**
 * Keeps what a draft reuses, in the transaction that saves it.
 *
 * @throws UserError `reuse.cycle` (409) naming the loop, when the module would stand in itself
 */
export function recordUses(tx: Writer, moduleId: string, doc: NodeJson): void {
  const references = referencesOf(doc)
  const before = tx.select().from(uses).where(eq(uses.moduleId, moduleId)).all()
  if (references.length === 0 && before.length === 0) return
  const known = new Set(before.map(({ usedModuleId }) => usedModuleId))
  for (const each of new Set(references.map((reference) => reference.moduleId)))
    if (!known.has(each)) refuseLoop(tx, moduleId, each)
  tx.delete(uses).where(eq(uses.moduleId, moduleId)).run()
  if (references.length === 0) return
  tx.insert(uses)
    .values(
      references.map(({ id, moduleId: usedModuleId, nodeId, follows, digest }) => ({
        ...{ moduleId, referenceId: id, usedModuleId, usedNodeId: nodeId, follows, digest },
      })),
    )
    .run()
}

type Changed = { organisationId: string; before: StoredDocument; after: StoredDocument }

/**
 * Whoever writes puts in only what the organisation may reuse; what was there stays, and is a finding
 * once it can no longer be reached.
 *
 * @throws UserError `reuse.unreachable` (409)
 */
export function refuseUnreachable(
  db: Reader,
  { organisationId, before, after }: Changed,
): void {
  const leadsTo = ({ moduleId, digest, follows }: Reference) =>
    `${moduleId} ${follows ? '' : digest}`
  const known = new Set(referencesOf(before.doc).map(leadsTo))
  for (const reference of referencesOf(after.doc)) {
    if (known.has(leadsTo(reference))) continue
    if (typeof reachedFrom(db, reference, organisationId) === 'string')
      throw new UserError('reuse.unreachable', {}, 409)
  }
}

/** Keeps what the references of a draft lead to, for the revision that was just frozen from it. */
export function recordRevisionUses(
  tx: Pick<Bank, 'select' | 'insert'>,
  revisionId: string,
  { moduleId, document }: Pick<Draft, 'moduleId' | 'document'>,
): void {
  const references = referencesOf(document.doc)
  if (references.length === 0) return
  const organisationId = organisationOf(tx, moduleId)
  const rows = references.flatMap((reference) => {
    const found = reachedFrom(tx, reference, organisationId)
    if (typeof found === 'string') return []
    return [{ revisionId, referenceId: reference.id, usedRevisionId: found.revisionId }]
  })
  if (rows.length > 0) tx.insert(revisionUses).values(rows).run()
}

/** Ids of the modules whose drafts show the latest edition of this one, whatever it is. */
export function followersOf(tx: Reader, moduleId: string): string[] {
  const rows = tx
    .select({ id: uses.moduleId })
    .from(uses)
    .where(and(eq(uses.usedModuleId, moduleId), eq(uses.follows, true)))
    .all()
  return [...new Set(rows.map(({ id }) => id))]
}

/** Goes from what is to be used to all that it uses: the module must not be among it. */
function refuseLoop(tx: Reader, moduleId: string, firstId: string): void {
  const ways = new Map<string, string[]>([[firstId, [moduleId, firstId]]])
  for (const [id, way] of ways) {
    if (id === moduleId) {
      const loop = way.map((each) => titleOf(tx, each)).join(' → ')
      throw new UserError('reuse.cycle', { loop }, 409)
    }
    for (const { next } of nextOf(tx, id)) if (!ways.has(next)) ways.set(next, [...way, next])
  }
}

function nextOf(tx: Reader, id: string) {
  return tx.select({ next: uses.usedModuleId }).from(uses).where(eq(uses.moduleId, id)).all()
}

function titleOf(tx: Reader, id: string): string {
  const draft = tx
    .select({ facts: drafts.facts })
    .from(drafts)
    .where(eq(drafts.moduleId, id))
    .get()
  return draft?.facts.title ?? id
}

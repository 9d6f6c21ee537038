import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import { people, type RemarkState, remarkHandlings } from '#app/db/schema/bank/index.ts'
import { findDraft, findRevisionByDigest } from '#app/services/modules/find-module.server.ts'
import { resolved } from '#app/services/reuse/resolved.server.ts'
import { findNode } from '#content-schema/elements.ts'
import { allParts, type NamedPart } from '#content-schema/parts.ts'
import { countRemarks, type RemarksAsked, remarkRows } from './remark-rows.server.ts'

export type LearnerRemark = {
  statementId: string
  text: string
  /** By the learner's clock: milliseconds since 1970, UTC. */
  at: number
  /** `1.2` */
  edition: string
  /** What it is about, as that edition has it; `null` when it is not known there. */
  part: Omit<NamedPart, 'id'> | null
  /** Where it is in the module as it is now; `null` when it is there no more. */
  nodeId: string | null
  /** The oldest first. */
  handlings: Handling[]
}

export type Handling = { state: RemarkState; note: string; person: string; at: number }

export const remarksPerPage = 30

/**
 * What learners remarked on a module, the newest first, a page at a time.
 *
 * @throws UserError `module.not-found` (404)
 */
export function readLearnerRemarks(
  { bank, statements }: { bank: Bank; statements: StatementsDb },
  { page = 1, ...asked }: RemarksAsked & { page?: number },
): { remarks: LearnerRemark[]; total: number } {
  const own = findDraft(bank, asked)
  const { moduleId } = own
  const here = { ...asked, moduleId }
  const offset = (page - 1) * remarksPerPage
  const rows = remarkRows(statements, here, { limit: remarksPerPage, offset })
  const { doc: draft } = resolved(bank, own)
  const partOf = partFinder(bank, moduleId)
  const handlings = handlingsOf(bank, moduleId, rows)
  const remarks = rows.map(({ major, minor, digest, nodeId, ...row }) => ({
    ...row,
    edition: `${major}.${minor}`,
    part: partOf(digest, nodeId),
    nodeId: findNode(draft, nodeId) ? nodeId : null,
    handlings: handlings.get(row.statementId) ?? [],
  }))
  return { remarks, total: countRemarks(statements, here) }
}

/** Reads each edition's document once. */
function partFinder(bank: Bank, moduleId: string) {
  const parts = new Map<string, NamedPart[]>()
  return (digest: string, nodeId: string): LearnerRemark['part'] => {
    const known = parts.get(digest) ?? partsAt(bank, moduleId, digest)
    parts.set(digest, known)
    const { names, words } = known.find(({ id }) => id === nodeId) ?? {}
    return names && words !== undefined ? { names, words } : null
  }
}

function partsAt(bank: Bank, moduleId: string, digest: string): NamedPart[] {
  const revision = findRevisionByDigest(bank, moduleId, digest)
  return revision ? allParts(resolved(bank, revision).doc) : []
}

function handlingsOf(
  bank: Bank,
  moduleId: string,
  rows: { statementId: string }[],
): Map<string, Handling[]> {
  const found = bank
    .select({
      statementId: remarkHandlings.statementId,
      state: remarkHandlings.state,
      note: remarkHandlings.note,
      person: people.name,
      at: remarkHandlings.handledAt,
    })
    .from(remarkHandlings)
    .innerJoin(people, eq(people.id, remarkHandlings.personId))
    .where(
      and(
        eq(remarkHandlings.moduleId, moduleId),
        inArray(
          remarkHandlings.statementId,
          rows.map(({ statementId }) => statementId),
        ),
      ),
    )
    .orderBy(asc(remarkHandlings.handledAt), asc(remarkHandlings.id))
    .all()
  const byRemark = new Map<string, Handling[]>()
  for (const { statementId, ...handling } of found) {
    byRemark.set(statementId, [...(byRemark.get(statementId) ?? []), handling])
  }
  return byRemark
}

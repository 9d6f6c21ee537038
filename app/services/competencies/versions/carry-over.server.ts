import { and, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { competencySuccessors, drafts, modules } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import type { Draft } from '#app/services/modules/find-module.server.ts'
import { type DraftChange, saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import type { NodeJson } from '#content-schema/identity.ts'
import type { Alignment } from '#content-schema/module.ts'
import { type BlockView, readFramework } from '../read-frameworks.server.ts'

export type CarryOver = {
  olderId: string
  newerId: string
  organisationId: string
  personId: string
  now: Date
  /** What a person confirmed: each old competency and the one that takes its place. */
  pairs: { competencyId: string; successorId: string }[]
}

/**
 * Ties drafts to the competencies that take the place of older ones, in their alignments and in
 * their elements. What was published or frozen says what it said.
 *
 * @returns how many modules were changed
 * @throws UserError `competency.not-found` (404) for a pair that is not of these two versions
 */
export function carryOver(bank: Bank, carry: CarryOver): { modules: number } {
  const { organisationId, personId, now, olderId, newerId } = carry
  return bank.transaction(
    (tx) => {
      const older = readFramework(tx, { frameworkId: olderId, organisationId })
      const newer = readFramework(tx, { frameworkId: newerId, organisationId })
      const successors = successorsOf(carry, older.blocks, newer)
      keepPairs(tx, carry)
      const touched = tiedDrafts(tx, organisationId, successors)
      for (const { moduleId } of touched) {
        const change = (draft: Draft) => carried(draft, successors)
        const key = { moduleId, organisationId, personId, now }
        saveDraft(tx, { ...key, baseVersion: null, change })
      }
      const codes = { from: older.framework.code, to: newer.framework.code }
      const details = { ...codes, pairs: carry.pairs.length, modules: touched.length }
      const event = { at: now.getTime(), organisationId, personId, object: newerId, details }
      recordEvent(tx, { ...event, action: 'framework.carried-over' })
      return { modules: touched.length }
    },
    { behavior: 'immediate' },
  )
}

type Competency = BlockView['competencies'][number]
/** What a tie becomes: all of it but its role and level. */
type Successor = {
  tie: Pick<Alignment, 'competencyId' | 'frameworkCode' | 'competencyBlockCode' | 'label'>
  /** Ids of criteria that are worded alike in both. */
  criteria: Map<string, string>
}

function successorsOf(
  { pairs }: CarryOver,
  older: readonly BlockView[],
  newer: ReturnType<typeof readFramework>,
): Map<string, Successor> {
  const before = new Map(
    competenciesIn(older).map(({ competency }) => [competency.id, competency]),
  )
  const after = new Map(competenciesIn(newer.blocks).map((each) => [each.competency.id, each]))
  return new Map(
    pairs.map(({ competencyId, successorId }) => {
      const from = before.get(competencyId)
      const to = after.get(successorId)
      if (!from || !to) throw new UserError('competency.not-found', {}, 404)
      const { id, label } = to.competency
      const codes = { frameworkCode: newer.framework.code, competencyBlockCode: to.blockCode }
      const tie = { competencyId: id, ...codes, label }
      return [competencyId, { tie, criteria: criteriaAlike(from, to.competency) }]
    }),
  )
}

function competenciesIn(blocks: readonly BlockView[]) {
  return blocks.flatMap(({ code: blockCode, competencies }) =>
    competencies.map((competency) => ({ blockCode, competency })),
  )
}

function criteriaAlike(from: Competency, to: Competency): Map<string, string> {
  const named = new Map(to.criteria.map(({ label, id }) => [plain(label), id]))
  const pairs = from.criteria.flatMap(({ label, id }) => {
    const same = named.get(plain(label))
    return same ? [[id, same] as const] : []
  })
  return new Map(pairs)
}

function plain(label: string): string {
  return label.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase()
}

function keepPairs(tx: Pick<Bank, 'insert' | 'delete'>, carry: CarryOver): void {
  const { pairs, personId: confirmedBy, now } = carry
  for (const { competencyId, successorId } of pairs) {
    tx.delete(competencySuccessors)
      .where(
        and(
          eq(competencySuccessors.competencyId, competencyId),
          eq(competencySuccessors.successorId, successorId),
        ),
      )
      .run()
    tx.insert(competencySuccessors)
      .values({ competencyId, successorId, confirmedBy, confirmedAt: now.getTime() })
      .run()
  }
}

function tiedDrafts(
  tx: Pick<Bank, 'select'>,
  organisationId: string,
  successors: Map<string, Successor>,
): Draft[] {
  return tx
    .select({ draft: drafts })
    .from(drafts)
    .innerJoin(modules, eq(modules.id, drafts.moduleId))
    .where(eq(modules.organisationId, organisationId))
    .all()
    .map(({ draft }) => draft)
    .filter((draft) => Object.keys(carried(draft, successors)).length > 0)
}

/** What changes in a draft; nothing where it is tied to none of them. */
function carried(draft: Draft, successors: Map<string, Successor>): DraftChange {
  const tied = draft.alignments.some(({ competencyId }) => successors.has(competencyId))
  const document = carriedDocument(draft.document, successors)
  return {
    ...(tied && { alignments: carriedTies(draft.alignments, successors) }),
    ...(document && { document }),
  }
}

/** Two ties that became the same are one. */
function carriedTies(
  alignments: readonly Alignment[],
  successors: Map<string, Successor>,
): Alignment[] {
  const found = new Map<string, Alignment>()
  for (const alignment of alignments) {
    const next = carriedTie(alignment, successors)
    const key = `${next.competencyId} ${next.role}`
    if (!found.has(key)) found.set(key, next)
  }
  return [...found.values()]
}

function carriedTie(alignment: Alignment, successors: Map<string, Successor>): Alignment {
  const successor = successors.get(alignment.competencyId)
  if (!successor) return alignment
  const { criteria, ...rest } = alignment
  const kept = criteria?.flatMap((id) => successor.criteria.get(id) ?? []) ?? []
  return { ...rest, ...successor.tie, ...(kept.length > 0 && { criteria: kept }) }
}

function carriedDocument(
  { format, doc }: StoredDocument,
  successors: Map<string, Successor>,
): StoredDocument | null {
  let changed = false
  const visit = (node: NodeJson): NodeJson => {
    const tied = node.attrs?.competencies
    const content = node.content?.map(visit)
    const next = content ? { ...node, content } : node
    if (!Array.isArray(tied) || !tied.some((id) => successors.has(id))) return next
    changed = true
    const competencies = tied.map((id) => successors.get(id)?.tie.competencyId ?? id)
    return { ...next, attrs: { ...node.attrs, competencies: [...new Set(competencies)] } }
  }
  const carriedDoc = visit(doc)
  return changed ? { format, doc: carriedDoc } : null
}

import { desc, eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { drafts, modules, people } from '#app/db/schema/bank/index.ts'
import { gateProfileOf } from '#app/services/publication/gate-profiles.server.ts'
import { contentDigest, organisationOf } from '#app/services/reuse/content-digest.server.ts'
import { type Approval, approvalOf, overall } from '#app/services/review/approval.ts'
import { listReviews } from '#app/services/review/read-review.server.ts'
import { standingOf } from '#app/services/review/standing.server.ts'
import { type Draft, findRevision, latestEdition } from './find-module.server.ts'

export const moduleStates = [
  'drafting',
  'under-review',
  'changes-asked',
  'approved',
  'published',
  'redrafted',
] as const
/** Where a module stands in its life. */
export type ModuleState = (typeof moduleStates)[number]

export type ModuleSummary = {
  id: string
  code: string
  title: string
  objective: string
  minutes: number
  author: string
  authorId: string
  savedAt: number
  state: ModuleState
  /** For example `1.2`; `null` when it was never published. */
  edition: string | null
}

/** What a module is chosen by. */
export type ModuleSubject = Pick<Draft, 'moduleId' | 'facts' | 'alignments'> & { code: string }

/** The modules of an organisation, the last saved first; the state of others is not worked out. */
export function listModules(
  db: Pick<Bank, 'select'>,
  organisationId: string,
  isWanted: (subject: ModuleSubject) => boolean = () => true,
): ModuleSummary[] {
  return db
    .select({ module: modules, draft: drafts, author: people.name })
    .from(modules)
    .innerJoin(drafts, eq(drafts.moduleId, modules.id))
    .innerJoin(people, eq(people.id, modules.authorId))
    .where(eq(modules.organisationId, organisationId))
    .orderBy(desc(drafts.savedAt))
    .all()
    .filter(({ module: { code }, draft }) => isWanted({ code, ...draft }))
    .map(({ module, draft, author }) => ({
      id: module.id,
      code: module.code,
      title: draft.facts.title,
      objective: draft.facts.objective,
      minutes: draft.facts.minutes,
      author,
      authorId: module.authorId,
      savedAt: draft.savedAt,
      ...readState(db, draft),
    }))
}

/** Computed from what was signed and published, never stored: it cannot be wrong. */
export function readState(
  db: Pick<Bank, 'select'>,
  draft: Draft,
): { state: ModuleState; edition: string | null } {
  const last = latestEdition(db, draft.moduleId)
  const reviews = listReviews(db, draft.moduleId)
  if (!last && reviews.length === 0) return { state: 'drafting', edition: null }
  const digest = contentDigest(db, draft)
  const edition = last && `${last.major}.${last.minor}`
  if (last && findRevision(db, last.revisionId).digest === digest)
    return { state: 'published', edition }
  const standing = { ...standingOf(db, draft), digest }
  const { signOffs } = gateProfileOf(db, organisationOf(db, draft.moduleId), draft.facts)
  const approvals = signOffs.map((aspect) => approvalOf(reviews, aspect, standing))
  return { state: stateOf(overall(approvals), last !== null), edition }
}

function stateOf(approval: Approval, published: boolean): ModuleState {
  if (approval === 'approved' || approval === 'changes-asked') return approval
  if (approval === 'waiting') return 'under-review'
  return published ? 'redrafted' : 'drafting'
}

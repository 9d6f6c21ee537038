import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Aspect } from '#content-schema/module.ts'
import type { OpportunityDecision, Voice } from '#content-schema/opportunity-words.ts'
import type {
  FindingDecision,
  Protocol,
  Severity,
  TrialDecision,
  TrialState,
} from '#content-schema/trials/trial-words.ts'
import { people } from './accounts.ts'
import type { CheckAnswer } from './checklists.ts'
import { modules } from './modules.ts'
import type { RemarkKind, ReviewEnd, VerdictValue } from './review.ts'

/** Where a module was first written: the organisation, the bank's prefix of activity ids, its id there. */
export type ModuleHome = { organisation: string; bank: string; moduleId: string }

/** What happened to a module elsewhere, people by their names; instants in milliseconds since 1970, UTC. */
export type ArchivedHistory = {
  reviews: ArchivedReview[]
  guarantees: ArchivedGuarantee[]
  decisions: ArchivedDecision[]
  events: ArchivedEvent[]
  /** Neither in an archive of version 2. */
  opportunities?: ArchivedOpportunity[] | undefined
  trials?: ArchivedTrial[] | undefined
}

export type ArchivedReview = {
  /** Number of the revision that was read. */
  revision: number
  digest: string
  expert: string
  requestedBy: string
  requestedAt: number
  dueOn: string | null
  message: string
  /** Of an archive of version 1: one word on the whole. */
  verdict?: ArchivedVerdict | null | undefined
  aspects?: Aspect[] | undefined
  verdicts?: (ArchivedVerdict & { aspect: Aspect; scopeDigest: string | null })[] | undefined
  /** None of these in an archive of version 2. */
  round?: number | undefined
  /** The name that a guest signed with. */
  signsAs?: string | null | undefined
  ended?: { as: ReviewEnd; at: number; reason: string } | null | undefined
  checklist?: ArchivedCheck[] | undefined
  remarks: {
    nodeId: string | null
    quote: string
    body: string
    author: string
    madeAt: number
    /** None of these in an archive of version 1. */
    kind?: RemarkKind | undefined
    words?: string | undefined
    before?: string | undefined
    after?: string | undefined
    offset?: number | undefined
    answer?: string | undefined
    seconds?: number | null | undefined
    proposal?: string | null | undefined
    proposedFor?: string | null | undefined
    accepted?: boolean | undefined
    resolvedAt: number | null
    resolvedBy: string | null
  }[]
}

export type ArchivedVerdict = {
  value: VerdictValue
  digest: string
  note: string
  person: string
  givenAt: number
}

export type ArchivedGuarantee = {
  aspect: Aspect
  person: string
  /** First and last day, `YYYY-MM-DD`. */
  startsOn: string
  endsOn: string
  recordedBy: string
  recordedAt: number
}

/** That files which exclude it were used commercially, and why. */
export type ArchivedDecision = {
  digests: string[]
  reason: string
  decidedBy: string
  decidedAt: number
  withdrawnBy: string | null
  withdrawnAt: number | null
}

/** What a reviewer answered to one thing to look at, in its words of that day. */
export type ArchivedCheck = { aspect: Aspect; text: string; answer: CheckAnswer; note: string }

/** Why a module was made, or was not to be. */
export type ArchivedOpportunity = {
  need: string
  voices: Voice[]
  /** What was said of what existed already; the modules by their titles. */
  existing: { titles: string[]; words: string }
  decision: OpportunityDecision | null
  reason: string
  decidedBy: string | null
  decidedAt: number | null
}

/**
 * A session with target learners, as those who ran it concluded. What participants did and said was
 * agreed to for that organisation: it does not leave it.
 */
export type ArchivedTrial = {
  /** Number of the revision that was tried. */
  revision: number
  digest: string
  /** `YYYY-MM-DD`. */
  day: string
  place: string
  protocol: Protocol
  state: TrialState
  facilitator: string
  participants: number
  finished: number
  decision: TrialDecision | null
  rationale: string
  decidedBy: string | null
  decidedAt: number | null
  plannedAt: number
  /** `plannedAt` of the session whose corrections it looked at again. */
  retestOf: number | null
  findings: {
    title: string
    nodeId: string | null
    severity: Severity
    decision: FindingDecision
    reason: string
    /** Number of the revision that has the correction. */
    fixedIn: number | null
    retested: 'ok' | 'ko' | null
  }[]
}

/** An entry of the audit trail of elsewhere, with the seal that it had there. */
export type ArchivedEvent = {
  at: number
  person: string
  action: string
  details: Record<string, string | number | null>
  seal: string
}

/**
 * What came in an archive with a module and cannot be true of anybody here: the names of those who
 * wrote it, and the reviews, sessions, guarantees and events of elsewhere. Shown and passed on as it came; never
 * counted as a signature of this organisation. Personal data: `names`, `history`, `broughtBy`; kept
 * as long as the module.
 */
export const moduleOrigins = sqliteTable(
  'module_origins',
  {
    moduleId: text()
      .primaryKey()
      .references(() => modules.id, { onDelete: 'cascade' }),
    /** Its id in the archive: another than its own where that was taken here. */
    originId: text().notNull(),
    home: text({ mode: 'json' }).notNull().$type<ModuleHome>(),
    /** Who did what, by the deeds that `app/services/archive/deeds.ts` names. */
    names: text({ mode: 'json' }).notNull().$type<Record<string, string>>(),
    history: text({ mode: 'json' }).notNull().$type<ArchivedHistory>(),
    broughtBy: text()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Milliseconds since 1970, UTC. */
    broughtAt: integer().notNull(),
  },
  (origin) => [index('module_origins_by_id').on(origin.originId)],
)

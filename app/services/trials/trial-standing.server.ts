import { and, count, eq, gte, inArray, isNotNull, ne } from 'drizzle-orm'
import {
  type TrialDecision,
  trialFindings,
  trialParticipants,
  trials,
} from '#app/db/schema/bank/index.ts'
import type { Reader } from '#app/services/modules/find-module.server.ts'
import type { Standing } from '#app/services/review/approval.ts'
import type { Trial } from './find-trial.server.ts'

/** A grave problem that keeps a module back, and what it waits for. */
export type GraveFinding = {
  title: string
  nodeId: string | null
  waitsFor: 'decision' | 'correction' | 'retest'
}

/** What sessions with target learners say of a text as it stands. */
export type TrialStanding = {
  /**
   * `passed`: a session decided so on what content and pedagogy are today; `outdated`: one did on an
   * earlier text; `under-way`: one has not been decided yet.
   */
  state: 'passed' | 'outdated' | 'under-way' | 'missing'
  /** Who tried it to the end, in the session that passed it and in those it looked at again. */
  finished: number
  grave: GraveFinding[]
}

/** The least severity that keeps a module back. */
export const graveSeverity = 3

/** How many target learners look at a correction, outside a session held for it. */
const retesters = 2

/** A decision that nobody has taken yet. */
export type Assumed = { trialId: string; decision: TrialDecision }

/** @param asked.assuming what would be so, were this decided */
export function readTrialStanding(
  db: Reader,
  asked: { moduleId: string; standing: () => Standing; assuming?: Assumed },
): TrialStanding {
  const { moduleId, standing, assuming } = asked
  const held = db
    .select()
    .from(trials)
    .where(and(eq(trials.moduleId, moduleId), ne(trials.state, 'cancelled')))
    .all()
    .map((trial) =>
      trial.id === assuming?.trialId
        ? { ...trial, state: 'decided' as const, decision: assuming.decision }
        : trial,
    )
  if (held.length === 0) return { state: 'missing', finished: 0, grave: [] }
  const passed = held.filter(({ decision }) => decision === 'pass')
  const now = passed.length > 0 ? standing() : null
  const holding = passed.filter((trial) => now && holds(trial, now))
  const finished = holding.map((trial) => finishedIn(db, withOrigins(trial, held)))
  return {
    state: stateOf(holding, passed, held),
    finished: Math.max(0, ...finished),
    grave: graveFindings(db, held),
  }
}

function stateOf(
  holding: readonly Trial[],
  passed: readonly Trial[],
  held: readonly Trial[],
): TrialStanding['state'] {
  if (holding.length > 0) return 'passed'
  if (held.some(({ state }) => state !== 'decided')) return 'under-way'
  return passed.length > 0 ? 'outdated' : 'missing'
}

/** Whether what was tried is what stands there now, as far as a session can tell. */
export function holds(
  { contentScope, pedagogyScope }: Pick<Trial, 'contentScope' | 'pedagogyScope'>,
  { scopeDigest }: Pick<Standing, 'scopeDigest'>,
): boolean {
  return contentScope === scopeDigest('content') && pedagogyScope === scopeDigest('pedagogy')
}

/** A session and those whose corrections it looked at again, one after the other. */
function withOrigins(trial: Trial, held: readonly Trial[]): string[] {
  const ids = [trial.id]
  for (let next = trial.retestOf; next && !ids.includes(next); ) {
    const origin = held.find(({ id }) => id === next)
    if (!origin) break
    ids.push(origin.id)
    next = origin.retestOf
  }
  return ids
}

function finishedIn(db: Reader, trialIds: string[]): number {
  return db
    .select({ n: count() })
    .from(trialParticipants)
    .where(
      and(
        inArray(trialParticipants.trialId, trialIds),
        isNotNull(trialParticipants.finishedAt),
      ),
    )
    .get()!.n
}

function graveFindings(db: Reader, held: readonly Trial[]): GraveFinding[] {
  const ids = held.map(({ id }) => id)
  return db
    .select()
    .from(trialFindings)
    .where(and(inArray(trialFindings.trialId, ids), gte(trialFindings.severity, graveSeverity)))
    .orderBy(trialFindings.openedAt)
    .all()
    .flatMap((finding) => {
      const waitsFor = waiting(finding)
      return waitsFor ? [{ title: finding.title, nodeId: finding.nodeId, waitsFor }] : []
    })
}

/** `null` once it is settled. */
function waiting(finding: typeof trialFindings.$inferSelect): GraveFinding['waitsFor'] | null {
  const { decision, fixedIn, retested, retestTrialId, retestParticipants } = finding
  if (decision === 'rejected' || decision === 'duplicate') return null
  if (decision === 'open') return 'decision'
  if (fixedIn === null || decision === 'deferred' || retested === 'ko') return 'correction'
  const looked = retestTrialId !== null || retestParticipants >= retesters
  return retested === 'ok' && looked ? null : 'retest'
}

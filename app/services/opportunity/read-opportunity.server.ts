import { eq } from 'drizzle-orm'
import { moduleOpportunities, people } from '#app/db/schema/bank/index.ts'
import { hashOf } from '#app/services/modules/digest.server.ts'
import {
  type Draft,
  findDraft,
  type ModuleKey,
  type Reader,
} from '#app/services/modules/find-module.server.ts'
import type { OpportunityDecision } from '#content-schema/opportunity-words.ts'
import { type ExistingModule, existingModules } from './existing-modules.server.ts'

export type Opportunity = typeof moduleOpportunities.$inferSelect

/** What somebody writes of it; modules are picked one by one. */
export type OpportunityText = Pick<Opportunity, 'need' | 'voices'> & { words: string }

export type DecisionView = {
  value: OpportunityDecision
  reason: string
  by: string
  /** Milliseconds since 1970, UTC. */
  at: number
  /** Whether the brief says something else since. */
  isOnEarlierText: boolean
}

export type OpportunityView = OpportunityText & {
  moduleId: string
  existing: ExistingModule[]
  /** SHA-256 of what is written: what a form names to say which text it was made from. */
  textDigest: string
  /** SHA-256 of all that is decided on. */
  digest: string
  decision: DecisionView | null
  /** Who changed it last; `null` while it was never written. */
  changed: { by: string; at: number } | null
}

/**
 * Why a module of one's own is made; empty while nobody wrote it.
 *
 * @throws UserError `module.not-found` (404), also for another organisation's module
 */
export function readOpportunity(db: Reader, key: ModuleKey): OpportunityView {
  const { moduleId } = findDraft(db, key)
  const row = findOpportunity(db, moduleId)
  const text = textOf(row)
  const { moduleIds } = row?.existing ?? { moduleIds: [] }
  return {
    moduleId,
    ...text,
    existing: existingModules(db, { moduleIds, organisationId: key.organisationId }),
    textDigest: hashOf(text),
    digest: digestOfBrief(row),
    decision: decisionIn(db, row),
    changed: row && { by: nameOf(db, row.changedBy), at: row.changedAt },
  }
}

/** Where it stands, in a word: for pages that only mention it. */
export function opportunityStanding(
  db: Reader,
  { moduleId }: Pick<Draft, 'moduleId'>,
): { isWritten: boolean; decision: DecisionView | null } {
  const row = findOpportunity(db, moduleId)
  const { need, voices } = textOf(row)
  return { isWritten: need !== '' || voices.length > 0, decision: decisionIn(db, row) }
}

export function findOpportunity(db: Reader, moduleId: string): Opportunity | null {
  const row = db
    .select()
    .from(moduleOpportunities)
    .where(eq(moduleOpportunities.moduleId, moduleId))
    .get()
  return row ?? null
}

/** What is written, as a form shows it. */
export function textOf(row: Opportunity | null): OpportunityText {
  if (!row) return { need: '', voices: [], words: '' }
  return { need: row.need, voices: row.voices, words: row.existing.words }
}

/** SHA-256 of all that a decision is taken on. */
export function digestOfBrief(row: Opportunity | null): string {
  return hashOf({ ...textOf(row), moduleIds: row?.existing.moduleIds ?? [] })
}

function decisionIn(db: Reader, row: Opportunity | null): DecisionView | null {
  if (!row?.decision) return null
  const { decision: value, reason, decidedBy, decidedAt, decidedOn } = row
  const isOnEarlierText = decidedOn !== digestOfBrief(row)
  return { value, reason, by: nameOf(db, decidedBy!), at: decidedAt!, isOnEarlierText }
}

function nameOf(db: Reader, personId: string): string {
  return db.select().from(people).where(eq(people.id, personId)).get()!.name
}

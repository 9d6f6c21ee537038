import { and, eq, isNotNull, lte } from 'drizzle-orm'
import {
  type ArchivedHistory,
  editions,
  type KeptWaiver,
  type WaivableGate,
  waivers,
} from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import {
  findRevision,
  type ModuleKey,
  type Reader,
  type Revision,
} from '#app/services/modules/find-module.server.ts'
import { findHeld } from '#app/services/modules/hands.server.ts'
import { standingOf } from '#app/services/review/standing.server.ts'
import { type Aspect, aspects } from '#content-schema/module.ts'
import { historyOf, noHistory } from './history.server.ts'
import { type NameOf, namesIn } from './names.server.ts'

/** What one edition went out on. Instants are milliseconds since 1970, UTC. */
export type EditionEvidence = {
  title: string
  /** `major.minor`. */
  edition: string
  revision: number
  /** SHA-256 of the revision. */
  digest: string
  note: string
  publishedAt: number
  publishedBy: string
  /** Who had approved which aspect of what it holds, in the order of the aspects. */
  approvals: { aspect: Aspect; person: string; revision: number; at: number }[]
  /** What it went out in spite of, and each exemption that was asked for and decided by then. */
  kept: KeptWaiver[]
  asked: AskedWaiver[]
  /** All that had happened by then, and what each entry of the trail is sealed with. */
  history: ArchivedHistory
}

export type AskedWaiver = {
  gate: WaivableGate
  reason: string
  askedBy: string
  askedAt: number
  granted: boolean
  answer: string
  decidedBy: string
  decidedAt: number
}

/** @throws UserError `module.not-found` or `revision.not-found` (404) */
export function readEditionEvidence(
  db: Reader,
  key: ModuleKey & { edition: string },
): EditionEvidence {
  const { draft, ownerId } = findHeld(db, key)
  const { moduleId } = draft
  const [major, minor] = key.edition.split('.').map(Number)
  const edition = db
    .select()
    .from(editions)
    .where(
      and(
        ...[eq(editions.moduleId, moduleId), eq(editions.major, major ?? 0)],
        eq(editions.minor, minor ?? 0),
      ),
    )
    .get()
  if (!edition) throw new UserError('revision.not-found', {}, 404)
  const nameOf = namesIn(db)
  const revision = findRevision(db, edition.revisionId)
  const { note, publishedAt } = edition
  const organisationId = ownerId
  const all = historyOf(db, { moduleId, organisationId }, nameOf, noHistory)
  const history = until(publishedAt, all)
  return {
    ...{ title: revision.facts.title, edition: key.edition, note, publishedAt, history },
    ...{ revision: revision.number, digest: revision.digest, kept: edition.waivers },
    publishedBy: nameOf(edition.publishedBy),
    approvals: approvalsOf(db, revision, history),
    asked: askedBy(db, moduleId, publishedAt, nameOf),
  }
}

/** What was known on that day. */
function until(day: number, all: ArchivedHistory): ArchivedHistory {
  const { reviews, guarantees, decisions, events, opportunities = [], trials = [] } = all
  return {
    reviews: reviews
      .filter(({ requestedAt }) => requestedAt <= day)
      .map((review) => ({
        ...review,
        verdicts: (review.verdicts ?? []).filter(({ givenAt }) => givenAt <= day),
        remarks: review.remarks.filter(({ madeAt }) => madeAt <= day),
      })),
    guarantees: guarantees.filter(({ recordedAt }) => recordedAt <= day),
    decisions: decisions.filter(({ decidedAt }) => decidedAt <= day),
    events: events.filter(({ at }) => at <= day),
    opportunities: opportunities.filter(
      ({ decidedAt }) => decidedAt !== null && decidedAt <= day,
    ),
    trials: trials.filter(({ plannedAt }) => plannedAt <= day),
  }
}

/** By the comparison that the gate makes: on the very text, or on what the aspect is about in it. */
function approvalsOf(
  db: Reader,
  revision: Revision,
  { reviews }: ArchivedHistory,
): EditionEvidence['approvals'] {
  const { scopeDigest } = standingOf(db, revision)
  const all = reviews.flatMap((review) =>
    (review.verdicts ?? [])
      .filter(({ value }) => value === 'approved')
      .filter(
        ({ aspect, digest, scopeDigest: scope }) =>
          digest === revision.digest || scope === scopeDigest(aspect),
      )
      .map(({ aspect, person, givenAt: at }) => ({
        ...{ aspect, at, revision: review.revision },
        person: review.signsAs || person,
      })),
  )
  // Of whoever approved an aspect twice, the last time.
  const last = new Map(all.map((each) => [`${each.aspect} ${each.person}`, each]))
  return aspects.flatMap((aspect) =>
    [...last.values()].filter((each) => each.aspect === aspect),
  )
}

function askedBy(db: Reader, moduleId: string, day: number, nameOf: NameOf): AskedWaiver[] {
  return db
    .select()
    .from(waivers)
    .where(
      and(
        ...[eq(waivers.moduleId, moduleId), isNotNull(waivers.decidedAt)],
        lte(waivers.decidedAt, day),
      ),
    )
    .orderBy(waivers.askedAt)
    .all()
    .map(({ gate, reason, askedAt, answer, decision, decidedAt, ...by }) => ({
      ...{ gate, reason, askedAt, answer, granted: decision === 'granted' },
      ...{ askedBy: nameOf(by.askedBy), decidedBy: nameOf(by.decidedBy ?? '') },
      decidedAt: decidedAt ?? 0,
    }))
}

import type { Bank, StatementsDb } from '#app/db/client.server.ts'
import { type EditionQuality, readQuality } from '#app/services/analytics/index.server.ts'
import {
  type LearnerRemark,
  readLearnerRemarks,
} from '#app/services/learner-remarks/read-remarks.server.ts'
import { findDraft, listEditions } from '#app/services/modules/find-module.server.ts'
import { listReviews, type RemarkView } from '#app/services/review/read-review.server.ts'
import { watchedSince } from '#app/services/watch/to-check.server.ts'
import {
  askedGuarantees,
  countingGuarantees,
  findGuarantee,
  type GuaranteeRow,
} from './guarantee-rows.server.ts'
import { type GuaranteeState, guaranteeState, lookOn } from './read-guarantees.server.ts'
import { signable } from './renew-guarantee.server.ts'
import { workersOf } from './work.server.ts'

type Databases = { bank: Bank; statements: StatementsDb }
type Asked = { guaranteeId: string; organisationId: string; personId: string; now: Date }

/** What happened to a module since somebody last answered for one of its aspects. */
export type Since = {
  /** When they did: milliseconds since 1970, UTC. */
  at: number
  editions: { number: string; note: string; publishedAt: number }[]
  /** What learners did with the latest edition that any of them saw, whenever; `null`: nobody yet. */
  figures: Omit<EditionQuality, 'sections' | 'questions' | 'ratings' | 'days'> | null
  learnerRemarks: Pick<LearnerRemark, 'statementId' | 'text' | 'at' | 'edition'>[]
  reviewRemarks: (Pick<RemarkView, 'id' | 'body' | 'author' | 'madeAt' | 'resolved'> & {
    reviewId: string
  })[]
  /** What the watch saw that is about this module. */
  watch: { id: string; summary: string; source: string; day: string }[]
}

/** A guarantee as whoever has its work reads it, with all that they look at before they sign. */
export type GuaranteePage = {
  row: GuaranteeRow
  title: string
  state: Exclude<GuaranteeState, 'missing'>
  lookOn: string | null
  /** Whether this person is to accept or decline it. */
  mayAnswer: boolean
  /** Whether this person has the work, and may sign. */
  maySign: boolean
  /** Another one followed. */
  superseded: boolean
  signs: { digest: string; edition: string | null }
  since: Since
}

/** @throws UserError `guarantee.not-found` (404) */
export function readGuarantee(here: Databases, asked: Asked): GuaranteePage {
  const { bank } = here
  const { organisationId, personId, now } = asked
  const row = findGuarantee(bank, asked)
  const { moduleId } = row
  const key = { moduleId, organisationId }
  const counts = countingGuarantees(bank, key).some(({ id }) => id === row.id)
  const open = askedGuarantees(bank, key).some(({ id }) => id === row.id)
  return {
    row,
    title: findDraft(bank, key).facts.title,
    state: guaranteeState(row.endsOn, now),
    lookOn: lookOn(row),
    mayAnswer: open && row.answer === null && row.personId === personId,
    maySign: counts && workersOf(bank, organisationId)(row).includes(personId),
    superseded: !counts && !open,
    signs: signable(bank, key),
    since: sinceOf(here, { ...key, at: lastSigned(bank, row) }),
  }
}

/** What is taken over is looked at from where the one before had looked. */
function lastSigned(bank: Bank, row: GuaranteeRow): number {
  const before = countingGuarantees(bank, row).find(({ aspect }) => aspect === row.aspect)
  return before?.recordedAt ?? row.recordedAt
}

function sinceOf(
  { bank, statements }: Databases,
  { moduleId, organisationId, at }: { moduleId: string; organisationId: string; at: number },
): Since {
  const key = { moduleId, organisationId }
  const [figures] = readQuality(statements, key).editions
  const { remarks } = readLearnerRemarks({ bank, statements }, key)
  return {
    at,
    editions: listEditions(bank, moduleId)
      .filter(({ publishedAt }) => publishedAt > at)
      .map(({ major, minor, note, publishedAt }) => ({
        ...{ number: `${major}.${minor}`, note, publishedAt },
      })),
    figures: figures ? plain(figures) : null,
    learnerRemarks: remarks
      .filter((remark) => remark.at > at)
      .map(({ statementId, text, at, edition }) => ({ statementId, text, at, edition })),
    watch: watchedSince(bank, { moduleId, at }),
    reviewRemarks: listReviews(bank, moduleId).flatMap((review) =>
      review.verdict === null
        ? []
        : review.remarks
            .filter(({ madeAt }) => madeAt > at)
            .map(({ id, body, author, madeAt, resolved }) => ({
              ...{ id, body, author, madeAt, resolved, reviewId: review.id },
            })),
    ),
  }
}

function plain(edition: EditionQuality): NonNullable<Since['figures']> {
  const { sections: _, questions: __, ratings: ___, days: ____, ...figures } = edition
  return figures
}

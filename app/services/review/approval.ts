import type { Aspect } from '#content-schema/module.ts'
import type { AspectVerdict, ReviewView } from './read-review.server.ts'
import { isAwaited } from './state.ts'

export type Approval = 'approved' | 'changes-asked' | 'waiting' | 'outdated' | 'missing'

/** A text as it stands: its digest, and that of each aspect, worked out when it is asked for. */
export type Standing = { digest: string; scopeDigest: (aspect: Aspect) => string }

/** How one aspect of a text stands, and whose word that is. */
export type AspectApproval = {
  aspect: Aspect
  state: Approval
  /** The verdict that decides, or the latest approval that no longer holds; `null` without either. */
  verdict: GivenVerdict | null
}
export type GivenVerdict = AspectVerdict & {
  reviewId: string
  expert: string
  /** Whether they came by a personal link, without an account. */
  byLink: boolean
}

/**
 * Whether an aspect stands approved: each expert's last word that still holds counts, and one who
 * asks for changes keeps it back. `outdated` says that an earlier text was approved.
 *
 * @param reviews all those of the module
 */
export function approvalOf(
  reviews: readonly ReviewView[],
  aspect: Aspect,
  standing: Standing,
): AspectApproval {
  const asked = reviews.filter((review) => review.aspects.includes(aspect))
  const given = asked.flatMap(wordsOn(aspect)).sort((a, b) => a.givenAt - b.givenAt)
  const words = lastWords(given.filter((verdict) => holds(verdict, standing)))
  const deciding =
    words.find(({ value }) => value === 'changes-asked') ??
    words.findLast(({ value }) => value === 'approved')
  if (deciding) return { aspect, state: stateOf(deciding), verdict: deciding }
  const waiting = asked.some((review) => review.digest === standing.digest && isAwaited(review))
  const before = given.findLast(({ value }) => value === 'approved') ?? null
  const state = waiting ? 'waiting' : before ? 'outdated' : 'missing'
  return { aspect, state, verdict: before }
}

/** What several aspects come to together: what keeps the module back the most. */
export function overall(approvals: readonly AspectApproval[]): Approval {
  const order: Approval[] = ['changes-asked', 'waiting', 'outdated', 'missing']
  return order.find((state) => approvals.some((each) => each.state === state)) ?? 'approved'
}

/** Whether what was signed is what stands there now, as far as the aspect goes. */
export function holds(
  { aspect, digest, scopeDigest }: AspectVerdict,
  standing: Standing,
): boolean {
  if (scopeDigest === null) return digest === standing.digest
  return scopeDigest === standing.scopeDigest(aspect)
}

function stateOf({ value }: GivenVerdict): Approval {
  return value === 'approved' ? 'approved' : 'changes-asked'
}

function wordsOn(aspect: Aspect) {
  return ({ id, expertId, expert, guest, verdicts }: ReviewView) =>
    verdicts
      .filter((verdict) => verdict.aspect === aspect && verdict.value !== 'abstained')
      .map((verdict) => ({
        ...verdict,
        reviewId: id,
        expertId,
        expert,
        byLink: guest !== null,
      }))
}

/** By expert, in the order of time. */
function lastWords<T extends { expertId: string }>(given: readonly T[]): T[] {
  const last = new Map<string, T>()
  for (const each of given) {
    last.delete(each.expertId)
    last.set(each.expertId, each)
  }
  return [...last.values()]
}

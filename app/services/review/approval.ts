import type { ReviewView } from './read-review.server.ts'

export type Approval = 'approved' | 'changes-asked' | 'waiting' | 'outdated' | 'missing'

/**
 * Whether a text stands approved: each expert's last word on this very digest counts, and one who
 * asks for changes keeps it back. `outdated` says that an earlier text was approved.
 *
 * @param reviews all those of the module
 */
export function approvalOf(reviews: readonly ReviewView[], digest: string): Approval {
  const here = reviews.filter((review) => review.digest === digest)
  const words = [...lastWords(here).values()]
  if (words.includes('changes-asked')) return 'changes-asked'
  if (words.includes('approved')) return 'approved'
  if (here.length > 0) return 'waiting'
  const before = reviews.some((review) => review.verdict?.value === 'approved')
  return before ? 'outdated' : 'missing'
}

/** By expert. */
function lastWords(reviews: readonly ReviewView[]) {
  const given = reviews.flatMap(({ expertId, verdict }) =>
    verdict ? [{ expertId, ...verdict }] : [],
  )
  const inOrder = given.sort((a, b) => a.givenAt - b.givenAt)
  return new Map(inOrder.map(({ expertId, value }) => [expertId, value]))
}

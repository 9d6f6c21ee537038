import type { ReviewEnd } from '#app/db/schema/bank/index.ts'

/** What has become of a review. Given, declined and withdrawn ones ask nothing of anybody. */
export type ReviewState = 'asked' | 'opened' | 'under-way' | 'given' | ReviewEnd

type Life = {
  verdict: unknown
  endedAs: ReviewEnd | null
  /** When the reviewer first had the text in front of them; `null` before. */
  openedAt: number | null
  remarks: readonly unknown[]
}

export function reviewState({ verdict, endedAs, openedAt, remarks }: Life): ReviewState {
  if (verdict) return 'given'
  if (endedAs) return endedAs
  if (remarks.length > 0) return 'under-way'
  return openedAt === null ? 'asked' : 'opened'
}

/** Whether somebody is still expected to give it. */
export function isAwaited({ verdict, endedAs }: Pick<Life, 'verdict' | 'endedAs'>): boolean {
  return !verdict && endedAs === null
}

/** Minutes that reviewing takes: reading as a learner does, and half of that again for each aspect. */
export function minutesToReview(minutes: number, aspects: number): number {
  return Math.max(10, Math.ceil((minutes * (1 + aspects / 2)) / 5) * 5)
}

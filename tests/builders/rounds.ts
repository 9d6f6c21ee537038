import { eq } from 'drizzle-orm'
import { letters } from '#app/db/schema/bank/index.ts'
import { reviewLetter } from '#app/i18n/review-letter.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { type RoundRequest, requestRound } from '#app/services/review/request-review.server.ts'
import { keyOf, now, type Workplace } from './bank.ts'

export const delivery = { publicUrl: 'https://grains.example', letterOf: reviewLetter }

export const lou = {
  name: 'Lou',
  email: 'lou@exemple.fr',
  language: 'fr',
  by: 'letter',
} as const

/** A round that the designer asks, of a guest unless somebody else is named. */
export function askRound(place: Workplace, request: Partial<RoundRequest> = {}) {
  return requestRound(place.bank, {
    ...{ ...keyOf(place), personId: place.people.designer.id, ...delivery, now },
    ...{ asked: [lou], aspects: ['content'], message: '', dueOn: '2026-03-20' },
    ...request,
  })
}

/** Whoever a review was asked of acts in it. */
export function asReviewer({ bank, organisationId }: Workplace, reviewId: string) {
  const { expertId } = readReview(bank, { reviewId, organisationId }).review
  return { reviewId, organisationId, personId: expertId, name: 'Lou Petit', now }
}

/** The letters that wait to go to an address. */
export function lettersTo({ bank }: Workplace, address: string) {
  return bank.select().from(letters).where(eq(letters.address, address)).all()
}

/** The token in what was written or handed over. */
export function tokenIn(text: string): string {
  return /\/invited\/([\w-]{43})/.exec(text)![1]!
}

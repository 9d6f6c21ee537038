import { eq } from 'drizzle-orm'
import type { Bank } from '#app/db/client.server.ts'
import { modules, organisations, people } from '#app/db/schema/bank/index.ts'
import { UserError } from '#app/http/user-error.ts'
import type { Language } from '#app/i18n/languages.ts'
import { recordEvent } from '#app/services/audit/record-event.server.ts'
import { dayAfter, shiftDay } from '#app/services/guarantees/days.ts'
import type { Letter } from '#app/services/letters/letter.ts'
import { queueLetter } from '#app/services/letters/queue-letter.server.ts'
import { findRevision } from '#app/services/modules/find-module.server.ts'
import { findGuest } from '#app/services/personal-links/guests.server.ts'
import { linkAddress } from '#app/services/personal-links/link-address.ts'
import { makeLink } from '#app/services/personal-links/personal-links.server.ts'
import type { Aspect } from '#content-schema/module.ts'
import { findReview, type Review, type ReviewKey } from './find-review.server.ts'
import { minutesToReview } from './state.ts'

/** How long after the day that was wished for a link still opens. */
const graceDays = 7
/** How long it opens where no day was. */
const daysWithoutHurry = 60

/** A link that whoever asks has to hand over. */
export type HandedLink = { reviewId: string; name: string; address: string }

type Writer = Pick<Bank, 'select' | 'insert'>
type LetterKind = 'invitation' | 'reminder'

/** What a letter to a reviewer speaks of. */
export type ReviewLetter = {
  kind: LetterKind
  language: Language
  /** Of whoever reads it; empty where nobody knows. */
  name: string
  /** Of whoever asks, and their organisation. */
  from: string
  organisation: string
  /** Of the module. */
  title: string
  /** How long it takes. */
  minutes: number
  aspects: readonly Aspect[]
  dueOn: string | null
  /** Last day on which a guest's link opens; `null` for a member, who signs in. */
  endsOn: string | null
  /** What whoever asks says to them. */
  message: string
  address: string
}

/** How reviewers are reached: where browsers reach the application, and what a letter says. */
export type Delivery = { publicUrl: string; letterOf: (review: ReviewLetter) => Letter }

/** The last day on which a guest's link opens. */
export function lastDayOf(dueOn: string | null, now: Date): string {
  return dueOn ? shiftDay(dueOn, graceDays) : dayAfter(now, daysWithoutHurry)
}

/**
 * A new way in for a guest; those they have go on working.
 *
 * @param organisationId whoever invites
 * @returns the address to be handed over: it is never known again
 */
function guestAddress(
  tx: Writer,
  review: Review,
  { organisationId, personId, publicUrl, now }: Inviting,
): string {
  const token = makeLink(tx, {
    ...{ purpose: 'review', subjectId: review.id, organisationId, personId, now },
    endsOn: lastDayOf(review.dueOn, now),
  })
  return linkAddress({ publicUrl }, token)
}

type Inviting = Delivery & { organisationId: string; personId: string; now: Date }

/**
 * Invites a guest: by letter where they have an address.
 *
 * @returns what has to be handed over; `null` where a letter is on its way
 */
export function inviteGuest(
  tx: Writer,
  review: Review,
  { by, ...inviting }: Inviting & { by: 'letter' | 'hand' },
): string | null {
  const guest = findGuest(tx, review.expertId)
  const address = guestAddress(tx, review, inviting)
  if (!guest?.email || by === 'hand') return address
  writeLetter(
    tx,
    review,
    { kind: 'invitation', to: { ...guest, email: guest.email }, address },
    inviting,
  )
  return null
}

/** Asks a guest again, with a link of its own. @returns what has to be handed over, or `null` */
export function resendInvitation(
  bank: Bank,
  { by, ...key }: ReviewKey & Inviting & { by: 'letter' | 'hand' },
): HandedLink | null {
  return bank.transaction((tx) => {
    const { review } = findReview(tx, key)
    const guest = findGuest(tx, review.expertId)
    if (!guest) throw new UserError('review.not-found', {}, 404)
    if (review.endedAs) throw new UserError('review.ended', {}, 409)
    const address = inviteGuest(tx, review, { ...key, by })
    recordEvent(tx, {
      ...{ at: key.now.getTime(), organisationId: key.organisationId, personId: key.personId },
      ...{ action: 'review.asked-again', object: review.moduleId },
      details: {
        reviewId: review.id,
        expertId: review.expertId,
        by: address ? 'hand' : 'letter',
      },
    })
    return address === null ? null : { reviewId: review.id, name: guest.name, address }
  })
}

/**
 * Reminds a reviewer of the day by letter: a guest with a fresh link, a member with the address of the
 * review. Nothing is written to whoever has no address, nor for a review that nobody waits for.
 *
 * @returns whether a letter is on its way
 */
export function remindReview(
  tx: Writer,
  review: Review,
  { now, ...delivery }: Delivery & { now: Date },
): boolean {
  if (review.endedAs) return false
  const guest = findGuest(tx, review.expertId)
  const person = tx.select().from(people).where(eq(people.id, review.expertId)).get()!
  const email = guest?.email ?? person.email
  if (!email) return false
  const organisationId = guest?.organisationId ?? ownerOf(tx, review)
  const inviting = { organisationId, personId: review.requestedBy, now, ...delivery }
  const address = guest
    ? guestAddress(tx, review, inviting)
    : `${delivery.publicUrl}/reviews/${review.id}`
  const to = { name: person.name, email, language: guest?.language ?? person.language ?? 'fr' }
  writeLetter(tx, review, { kind: 'reminder', to, address }, inviting)
  return true
}

type Written = {
  kind: LetterKind
  to: { name: string; email: string; language: Language }
  address: string
}

function writeLetter(
  tx: Writer,
  review: Review,
  { kind, to, address }: Written,
  { organisationId, letterOf, now }: Inviting,
): void {
  const { facts } = findRevision(tx, review.revisionId)
  const from = tx.select().from(people).where(eq(people.id, review.requestedBy)).get()!
  const organisation = tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .get()!
  const isLink = findGuest(tx, review.expertId) !== null
  const letter = letterOf({
    ...{ kind, language: to.language, name: review.signsAs ?? to.name, address },
    ...{ title: facts.title, minutes: minutesToReview(facts.minutes, review.aspects.length) },
    ...{ from: from.name, organisation: organisation.name, aspects: review.aspects },
    ...{
      dueOn: review.dueOn,
      endsOn: isLink ? lastDayOf(review.dueOn, now) : null,
      message: review.message,
    },
  })
  const addressee = { address: to.email, name: to.name, language: to.language }
  queueLetter(tx, { organisationId, to: addressee, letter, now })
}

function ownerOf(tx: Pick<Bank, 'select'>, { moduleId }: Review): string {
  return tx.select().from(modules).where(eq(modules.id, moduleId)).get()!.organisationId
}

import { beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, reviews } from '#app/db/schema/bank/index.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { findOrAddGuest } from '#app/services/personal-links/guests.server.ts'
import { openLink } from '#app/services/personal-links/personal-links.server.ts'
import { declineReview, withdrawReview } from '#app/services/review/end-review.server.ts'
import { findReview } from '#app/services/review/find-review.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { remindReview, resendInvitation } from '#app/services/review/invitations.server.ts'
import { readModuleReviews } from '#app/services/review/read-module-reviews.server.ts'
import { listReviews, readableBy, readReview } from '#app/services/review/read-review.server.ts'
import { addRemark, reopenRemark, resolveRemark } from '#app/services/review/remarks.server.ts'
import { lastSeen, recordVisit } from '#app/services/review/reviewer.server.ts'
import { changeRound } from '#app/services/review/rounds.server.ts'
import {
  draftOf,
  keyOf,
  lesson,
  now,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import {
  askRound,
  asReviewer,
  delivery,
  lettersTo,
  lou,
  tokenIn,
} from '#tests/builders/rounds.ts'

let place: Workplace
const later = new Date('2026-03-12T09:00:00Z')

beforeEach(() => {
  place = workplace()
})

it('a round asks members and guests at once: all of them, or nobody', () => {
  const { people, bank } = place
  const asked = [{ personId: people.expert.id }, lou]
  const { reviewIds, handed } = askRound(place, { asked })
  expect(handed).toEqual([])
  const found = listReviews(bank, place.moduleId)
  expect(found.map(({ id }) => id).sort()).toEqual([...reviewIds].sort())
  expect(found.map(({ round, state }) => [round, state])).toEqual([
    [1, 'asked'],
    [1, 'asked'],
  ])
  save(place, { document: lesson('Un autre texte.') })
  const wrote = { personId: people.designer.id }
  expect(() => askRound(place, { asked: [lou, wrote] })).toThrow('review.expert-is-author')
  expect(listReviews(bank, place.moduleId)).toHaveLength(2)
})

it('another text is another round; more people on the same text join the one there is', () => {
  askRound(place)
  askRound(place, { asked: [{ personId: place.people.expert.id }] })
  save(place, { document: lesson('Un autre texte.') })
  askRound(place)
  expect(
    listReviews(place.bank, place.moduleId)
      .map(({ round }) => round)
      .sort(),
  ).toEqual([1, 1, 2])
})

it('a guest is written to in their language, with one link, the day and how long it takes', () => {
  const ann = { ...lou, name: 'Ann', email: 'ann@example.org', language: 'en' } as const
  askRound(place, { asked: [ann], message: 'Are the figures right?' })
  const [letter] = lettersTo(place, 'ann@example.org')
  expect(letter).toMatchObject({ language: 'en', subject: expect.stringContaining('opinion') })
  for (const said of ['20 March 2026', '15 minutes', 'Are the figures right?', 'content'])
    expect(letter!.text).toContain(said)
  const opened = openLink(place.bank, { token: tokenIn(letter!.text), now })
  expect(opened).toMatchObject({ purpose: 'review', endsOn: '2026-03-27' })
})

it('without an address the link is shown to whoever asks, once, and written to nobody', () => {
  const asked = [{ ...lou, email: null, by: 'hand' } as const]
  const { handed, reviewIds } = askRound(place, { asked })
  expect(handed).toMatchObject([{ reviewId: reviewIds[0], name: 'Lou' }])
  const token = tokenIn(handed[0]!.address)
  expect(openLink(place.bank, { token, now }).subjectId).toBe(reviewIds[0])
  expect(lettersTo(place, 'lou@exemple.fr')).toEqual([])
})

it('a guest with the address of a member who wrote does not review', () => {
  const { email } = place.people.designer
  const asked = [{ ...lou, email }]
  expect(() => askRound(place, { asked })).toThrow('review.expert-is-author')
  const administrator = { personId: place.people.administrator.id }
  expect(() => askRound(place, { ...administrator, asked })).toThrow('review.expert-is-author')
})

it('a guest of another organisation is a stranger', () => {
  const { organisationId: _, ...other } = workplace(place.bank)
  const guest = findOrAddGuest(place.bank, { ...lou, organisationId: _ })
  expect(other.moduleId).not.toBe(place.moduleId)
  expect(() => askRound(place, { asked: [{ personId: guest }] })).toThrow('review.stranger')
})

describe('a review', () => {
  let reviewId: string
  const guest = () => asReviewer(place, reviewId)
  const state = () => readReview(place.bank, guest()).review.state

  beforeEach(() => {
    reviewId = askRound(place).reviewIds[0]!
  })

  it('goes from asked to opened, under way and given; a guest’s verdict counts as an expert’s', () => {
    expect(state()).toBe('asked')
    recordVisit(place.bank, guest())
    expect(state()).toBe('opened')
    addRemark(place.bank, { ...guest(), nodeId: null, kind: 'idea', body: 'Bien.' })
    expect(state()).toBe('under-way')
    give()
    expect(state()).toBe('given')
    expect(readState(place.bank, draftOf(place)).state).toBe('approved')
  })

  it('says of each signature and in the trail that it came by a link, under the name they gave', () => {
    give()
    const [said] = listReviews(place.bank, place.moduleId)
    expect(said).toMatchObject({
      expert: 'Lou Petit',
      guest: { name: 'Lou', email: 'lou@exemple.fr' },
    })
    const entry = place.bank
      .select()
      .from(auditEntries)
      .all()
      .find(({ action }) => action === 'review.verdict')
    expect(entry!.details).toMatchObject({ by: 'link', signsAs: 'Lou Petit' })
  })

  it('asks a guest their name with the first thing they send, and with nothing later', () => {
    const remark = { nodeId: null, kind: 'idea', body: 'Bien.' } as const
    expect(() => addRemark(place.bank, { ...guest(), ...remark, name: ' ' })).toThrow(
      'review.name-missing',
    )
    addRemark(place.bank, { ...guest(), ...remark })
    addRemark(place.bank, { ...guest(), ...remark, name: undefined })
    const { review } = readReview(place.bank, guest())
    expect(review.remarks.map(({ author }) => author)).toEqual(['Lou Petit', 'Lou Petit'])
  })

  it('that is declined says why, and is waited for no more', () => {
    expect(() => declineReview(place.bank, { ...guest(), reason: ' ' })).toThrow(
      'waiver.reason-missing',
    )
    declineReview(place.bank, { ...guest(), reason: 'Je pars en congé.' })
    const [said] = listReviews(place.bank, place.moduleId)
    expect(said).toMatchObject({ state: 'declined', endedReason: 'Je pars en congé.' })
    expect(readState(place.bank, draftOf(place)).state).toBe('drafting')
    expect(give).toThrow('review.ended')
  })

  it('that is withdrawn takes its links and keeps its remarks to whoever made them', () => {
    const token = tokenIn(lettersTo(place, 'lou@exemple.fr')[0]!.text)
    addRemark(place.bank, { ...guest(), nodeId: null, kind: 'idea', body: 'Bien.' })
    withdrawReview(place.bank, { ...guest(), personId: place.people.designer.id })
    expect(() => openLink(place.bank, { token, now })).toThrow('link.revoked')
    expect(state()).toBe('withdrawn')
    const all = listReviews(place.bank, place.moduleId)
    expect(all[0]!.remarks).toHaveLength(1)
    expect(readableBy(all, place.people.designer.id)[0]!.remarks).toEqual([])
  })

  it('that was given keeps its verdict when its link is revoked', () => {
    give()
    withdrawReview(place.bank, { ...guest(), personId: place.people.designer.id })
    expect(state()).toBe('given')
    expect(readState(place.bank, draftOf(place)).state).toBe('approved')
  })

  it('is asked again with a link of its own; the one they have goes on working', () => {
    const by = { ...guest(), personId: place.people.designer.id, ...delivery }
    expect(resendInvitation(place.bank, { ...by, by: 'letter' })).toBeNull()
    const tokens = lettersTo(place, 'lou@exemple.fr').map(({ text }) => tokenIn(text))
    expect(new Set(tokens).size).toBe(2)
    for (const token of tokens) expect(openLink(place.bank, { token, now })).toBeTruthy()
    const handed = resendInvitation(place.bank, { ...by, by: 'hand' })
    expect(openLink(place.bank, { token: tokenIn(handed!.address), now })).toBeTruthy()
  })

  it('reminds a guest with a fresh link and a member with an address, unless it ended', () => {
    const { review } = findReview(place.bank, guest())
    expect(remindReview(place.bank, review, { ...delivery, now: later })).toBe(true)
    const [, reminder] = lettersTo(place, 'lou@exemple.fr')
    expect(openLink(place.bank, { token: tokenIn(reminder!.text), now })).toBeTruthy()
    const { expert } = place.people
    const [asked] = askRound(place, { asked: [{ personId: expert.id }] }).reviewIds
    const { review: theirs } = findReview(place.bank, { ...guest(), reviewId: asked! })
    expect(remindReview(place.bank, theirs, { ...delivery, now: later })).toBe(true)
    const [letter] = lettersTo(place, expert.email)
    expect(letter!.text).toContain(`${delivery.publicUrl}/reviews/${asked}`)
    expect(letter!.text).not.toContain('mot de passe')
    expect(
      remindReview(place.bank, { ...review, endedAs: 'declined' }, { ...delivery, now }),
    ).toBe(false)
  })

  it('gets another day with its round, and its link opens as much longer', () => {
    const { roundId } = readReview(place.bank, guest()).review
    const key = { ...keyOf(place), personId: place.people.designer.id, roundId, now }
    changeRound(place.bank, { ...key, dueOn: '2026-04-10', message: 'Prenez votre temps.' })
    const token = tokenIn(lettersTo(place, 'lou@exemple.fr')[0]!.text)
    expect(openLink(place.bank, { token, now }).endsOn).toBe('2026-04-17')
    give()
    expect(() => changeRound(place.bank, { ...key, dueOn: null, message: '' })).toThrow(
      'review.not-found',
    )
  })

  it('of the next round is compared with the text its reviewer saw last', () => {
    recordVisit(place.bank, guest())
    const seen = readReview(place.bank, guest()).review.digest
    save(place, { document: lesson('Un deuxième texte.') })
    askRound(place)
    save(place, { document: lesson('Un troisième texte.') })
    const third = askRound(place).reviewIds[0]!
    const { review } = findReview(place.bank, { ...guest(), reviewId: third })
    expect(lastSeen(place.bank, review)?.digest).toBe(seen)
    const stranger = askRound(place, { asked: [{ personId: place.people.expert.id }] })
    const other = findReview(place.bank, { ...guest(), reviewId: stranger.reviewIds[0]! })
    expect(lastSeen(place.bank, other.review)).toBeNull()
  })

  it('is proposed to the same people once the text has changed, for what nobody approved', () => {
    const read = () =>
      readModuleReviews(place.bank, { ...keyOf(place), personId: place.people.designer.id })
    expect(read().asking).toMatchObject({ next: null, ticked: [] })
    give()
    save(place, { document: lesson('Un autre texte.') })
    const { asking, rounds } = read()
    expect(asking).toMatchObject({ next: 2, toSign: ['content'] })
    expect(asking.ticked).toEqual([guest().personId])
    expect(asking.people.map(({ isGuest }) => isGuest)).toEqual([false, true])
    expect(rounds[0]!.reviews[0]!.verdicts[0]).toMatchObject({ holds: false })
  })

  it('has remarks that are dealt with by somebody, and opened again', () => {
    addRemark(place.bank, { ...guest(), nodeId: null, kind: 'idea', body: 'Bien.' })
    give()
    const remarkId = readReview(place.bank, guest()).review.remarks[0]!.id
    const by = { ...guest(), remarkId, personId: place.people.designer.id }
    expect(() => reopenRemark(place.bank, by)).toThrow('remark.not-found')
    resolveRemark(place.bank, { ...by, answer: 'Fait.' })
    const said = () => readReview(place.bank, guest()).review.remarks[0]
    expect(said()).toMatchObject({ resolved: true, resolvedBy: place.people.designer.name })
    reopenRemark(place.bank, by)
    expect(said()).toMatchObject({ resolved: false, resolvedBy: '', answer: '' })
  })

  function give(): void {
    const { digest } = readReview(place.bank, guest()).review
    const verdicts = [{ aspect: 'content', value: 'approved', note: '' }] as const
    giveVerdict(place.bank, { ...guest(), verdicts, digest })
  }
})

it('a review that a member withdrew no longer stands on the expert’s home page', () => {
  const { bank, organisationId, people } = place
  const { expert, designer } = people
  const [reviewId] = askRound(place, { asked: [{ personId: expert.id }] }).reviewIds
  const member = { personId: expert.id, name: '', organisationId, organisationName: '' }
  const waiting = () => readWhatAwaits(bank, { member: { ...member, roles: ['expert'] }, now })
  expect(waiting().reviewsToGive).toHaveLength(1)
  const by = { organisationId, personId: designer.id, now }
  withdrawReview(bank, { ...by, reviewId: reviewId! })
  expect(waiting().reviewsToGive).toEqual([])
  expect(bank.select().from(reviews).all()).toHaveLength(1)
})

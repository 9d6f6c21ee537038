import { beforeEach, describe, expect, it } from 'vitest'
import { checklistAnswers } from '#app/db/schema/bank/index.ts'
import { ReviewerForm } from '#app/http/reviewer-page.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { readState } from '#app/services/modules/list-modules.server.ts'
import { readPublication } from '#app/services/publication/read-publication.server.ts'
import type { CheckGiven } from '#app/services/review/checklist-answers.server.ts'
import { keepChecklist, listChecklists } from '#app/services/review/checklists.server.ts'
import { giveVerdict } from '#app/services/review/give-verdict.server.ts'
import { readModuleReviews } from '#app/services/review/read-module-reviews.server.ts'
import { readReview } from '#app/services/review/read-review.server.ts'
import { shippedChecklists } from '#app/services/review/shipped-checklists.ts'
import { aspects } from '#content-schema/module.ts'
import {
  addTeam,
  ask,
  draftOf,
  keyOf,
  now,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { askRound, asReviewer } from '#tests/builders/rounds.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe('what ships', () => {
  it('has four to six items for each aspect, in both languages, under keys of their own', () => {
    for (const aspect of aspects) {
      const items = shippedChecklists[aspect]
      expect([4, 5, 6], aspect).toContain(items.length)
      expect(items.every(({ fr, en }) => fr !== '' && en !== '' && fr !== en)).toBe(true)
    }
    const keys = aspects.flatMap((aspect) => shippedChecklists[aspect].map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is read in the language of the screen, until the organisation says otherwise', () => {
    const { key, fr, en } = shippedChecklists.content[0]!
    expect(list('fr').items[0]).toEqual({ key, text: fr })
    expect(list('en').items[0]).toEqual({ key, text: en })
    expect(list('fr').changedAt).toBeNull()
  })
})

describe('the checklist of an organisation', () => {
  it('is changed, added to and put in order; items keep their key whatever they say', () => {
    const [first, second] = list().items
    keep([second!, { key: first!.key, text: ' Les chiffres sont justes. ' }, item('Un ajout.')])
    const { items, changedAt } = list()
    expect(items.slice(0, 2)).toEqual([
      second,
      { key: first!.key, text: 'Les chiffres sont justes.' },
    ])
    expect(items[2]).toMatchObject({
      text: 'Un ajout.',
      key: expect.stringMatching(/^\w{10}$/),
    })
    expect(changedAt).toBe(now.getTime())
  })

  it('goes on speaking both languages in the items that nobody rewrote', () => {
    keep([list().items[0]!, item('À nous.')])
    expect(list('en').items.map(({ text }) => text)).toEqual([
      shippedChecklists.content[0]!.en,
      'À nous.',
    ])
  })

  it('is its own alone, and comes back as it ships', () => {
    keep([item('À nous.')])
    const elsewhere = addTeam(place.bank, 'Ailleurs').organisationId
    const theirs = listChecklists(place.bank, { organisationId: elsewhere, language: 'fr' })
    expect(theirs[0]!.changedAt).toBeNull()
    keep(null)
    expect(list()).toMatchObject({ changedAt: null })
    expect(list().items).toHaveLength(shippedChecklists.content.length)
    expect(verifyTrail(place.bank, null).firstBroken).toBeNull()
  })

  it('may be empty; what is left blank is no item', () => {
    keep([item('  ')])
    expect(list().items).toEqual([])
  })

  it('says nothing twice, and stays as it was when it would', () => {
    keep([item('Une fois.')])
    expect(() => keep([item('Deux fois.'), item('Deux fois.')])).toThrow(
      expect.objectContaining({ code: 'checklist.twice', params: { item: 'Deux fois.' } }),
    )
    expect(list().items).toMatchObject([{ text: 'Une fois.' }])
  })

  it('gives no two items the same key, whatever is sent', () => {
    const { key } = list().items[0]!
    keep([
      { key, text: 'Un.' },
      { key, text: 'Deux.' },
      { key: 'facts', text: 'Trois.' },
    ])
    const keys = list().items.map((each) => each.key)
    expect(new Set(keys).size).toBe(3)
    expect(keys[0]).toBe(key)
    expect(keys).not.toContain('facts')
  })
})

describe('what a reviewer answers', () => {
  it('is kept with the verdict in the words that they read, and changes no approval', () => {
    const [first, second, third] = list().items
    say([
      { ...third!, answer: 'not-applicable', note: '' },
      { ...first!, answer: 'no', note: 'Le chiffre de 2019.' },
      { ...second!, answer: null, note: '' },
    ])
    keep([{ key: first!.key, text: 'Tout autre chose.' }])
    expect(readState(place.bank, draftOf(place)).state).toBe('approved')
    const kept = [
      { ...first, answer: 'no', note: 'Le chiffre de 2019.' },
      { ...third, answer: 'not-applicable', note: '' },
    ]
    expect(shownToAuthor()).toEqual(kept)
    const { approvals } = readPublication(place.bank, { draft: draftOf(place), now })
    expect(approvals[0]).toMatchObject({ state: 'approved', verdict: { checks: kept } })
  })

  it('is never asked for', () => {
    say([])
    expect(shownToAuthor()).toEqual([])
  })

  it('may be answered in the language of their screen', () => {
    const [english] = list('en').items
    say([{ ...english!, answer: 'yes', note: '' }])
    expect(shownToAuthor()).toMatchObject([{ text: english!.text }])
  })

  it('is refused with the verdict when the checklist changed under their eyes', () => {
    const [first] = list().items
    keep([{ key: first!.key, text: 'Tout autre chose.' }])
    expect(() => say([{ ...first!, answer: 'yes', note: '' }])).toThrow(
      expect.objectContaining({ code: 'checklist.changed', status: 409 }),
    )
    expect(place.bank.select().from(checklistAnswers).all()).toEqual([])
    expect(readState(place.bank, draftOf(place)).state).not.toBe('approved')
  })

  it('is an answer before it is a note', () => {
    const [first] = list().items
    expect(() => say([{ ...first!, answer: null, note: 'À voir.' }])).toThrow(
      expect.objectContaining({ code: 'checklist.note-alone', params: { item: first!.text } }),
    )
  })

  it('comes from a guest just as from a member', () => {
    askRound(place)
    const { rounds } = readModuleReviews(place.bank, author())
    const guest = asReviewer(place, rounds[0]!.reviews[0]!.id)
    const checks = [{ ...list().items[0]!, answer: 'no', note: '' } as const]
    giveVerdict(place.bank, {
      ...{ ...guest, digest: digestOf(guest.reviewId) },
      verdicts: [{ aspect: 'content', value: 'changes-asked', note: 'x', checks }],
    })
    expect(shownToAuthor()).toEqual(checks)
  })

  it('is read from their form item by item, and an answer that is none is refused', () => {
    const sent = {
      ...{ intent: 'verdict', digest: 'd', 'content.value': 'approved', 'content.note': '' },
      ...{ 'content.text.a': 'Un.', 'content.check.a': 'no', 'content.checkNote.a': ' Voir. ' },
      ...{ 'content.text.b': 'Deux.', 'content.check.b': '', 'content.checkNote.b': '' },
    }
    expect(ReviewerForm.parse(sent)).toMatchObject({
      verdicts: [
        {
          aspect: 'content',
          checks: [
            { key: 'a', text: 'Un.', answer: 'no', note: 'Voir.' },
            { key: 'b', text: 'Deux.', answer: null, note: '' },
          ],
        },
      ],
    })
    expect(() => ReviewerForm.parse({ ...sent, 'content.check.a': 'perhaps' })).toThrow(
      expect.objectContaining({ code: 'form.field' }),
    )
  })
})

function list(language: 'fr' | 'en' = 'fr') {
  const { organisationId } = place
  return listChecklists(place.bank, { organisationId, language }).find(
    ({ aspect }) => aspect === 'content',
  )!
}

function item(text: string) {
  return { key: '', text }
}

function keep(items: { key: string; text: string }[] | null) {
  const personId = place.people.quality.id
  const { bank, organisationId } = place
  keepChecklist(bank, { organisationId, aspect: 'content', items, personId, now })
}

/** The expert approves the content of the module, with what they say of its checklist. */
function say(checks: CheckGiven[]) {
  const reviewId = ask(place)
  giveVerdict(place.bank, {
    ...{ reviewId, organisationId: place.organisationId, digest: digestOf(reviewId) },
    ...{ personId: place.people.expert.id, now },
    verdicts: [{ aspect: 'content', value: 'approved', note: '', checks }],
  })
}

function digestOf(reviewId: string): string {
  const { organisationId } = place
  return readReview(place.bank, { reviewId, organisationId }).revision.digest
}

function author() {
  return { ...keyOf(place), personId: place.people.designer.id }
}

/** The answers on the only verdict of the module. */
function shownToAuthor() {
  const [round] = readModuleReviews(place.bank, author()).rounds
  return round?.reviews[0]?.verdicts[0]?.checks
}

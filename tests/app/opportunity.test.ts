import { beforeEach, describe, expect, it } from 'vitest'
import { readTrail } from '#app/services/audit/read-trail.server.ts'
import { verifyTrail } from '#app/services/audit/verify-trail.server.ts'
import { decideOpportunity } from '#app/services/opportunity/decide-opportunity.server.ts'
import {
  opportunityStanding,
  readOpportunity,
} from '#app/services/opportunity/read-opportunity.server.ts'
import {
  mostExisting,
  mostVoices,
  pickExisting,
  removeExisting,
  saveOpportunity,
} from '#app/services/opportunity/save-opportunity.server.ts'
import { readPublication } from '#app/services/publication/read-publication.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import type { Voice } from '#content-schema/opportunity-words.ts'
import {
  addModule,
  addTeam,
  approve,
  draftOf,
  facts,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'

let place: Workplace
const later = new Date(now.getTime() + 3_600_000)
const heard: Voice = {
  kind: 'learner',
  quote: 'J’ai mal au dos le soir.',
  source: 'Entretien du 3 mars, atelier B',
}

beforeEach(() => {
  place = workplace()
})

describe('the brief', () => {
  it('is empty while nobody wrote it', () => {
    expect(read()).toMatchObject({
      ...{ need: '', voices: [], words: '', existing: [] },
      ...{ decision: null, changed: null },
    })
    expect(opportunityStanding(place.bank, draftOf(place))).toEqual({
      isWritten: false,
      decision: null,
    })
  })

  it('keeps who needs what and who says so, with who wrote it and when', () => {
    write({ voices: [heard, { kind: 'funder', quote: '', source: '' }], words: 'Rien ici.' })
    expect(read()).toMatchObject({
      ...{ need: 'Porter sans se blesser', voices: [heard], words: 'Rien ici.' },
      changed: { by: 'Centre du Val designer', at: now.getTime() },
    })
    expect(events()).toEqual(['opportunity.saved'])
  })

  it('written by its module’s code is that of the module', () => {
    saveOpportunity(place.bank, { ...written(), moduleId: 'gestes-et-postures' })
    expect(read().need).toBe('Porter sans se blesser')
  })

  it('saved as it stands records nothing', () => {
    write()
    write({ base: 'of a page long gone' })
    expect(events()).toEqual(['opportunity.saved'])
  })

  it('saved by somebody else in the meantime is not overwritten', () => {
    const { textDigest: base } = read()
    write({ need: 'Premier' })
    expect(() => write({ need: 'Second', base })).toThrow(
      expect.objectContaining({ code: 'opportunity.saved-elsewhere', status: 409 }),
    )
    expect(read().need).toBe('Premier')
  })

  it.each([
    ['a source without what was said', [{ ...heard, quote: '' }], 'opportunity.quote-missing'],
    ['too many voices', Array(mostVoices + 1).fill(heard), 'opportunity.too-many-voices'],
  ])('refuses %s, and stays as it was', (_, voices, code) => {
    write()
    expect(() => write({ voices })).toThrow(expect.objectContaining({ code }))
    expect(read().voices).toEqual([])
  })
})

describe('what exists already', () => {
  it('is picked once, also between two saves of the text, and removed', () => {
    const other = another('manutention')
    const { textDigest: base } = read()
    pick(other)
    pick(other)
    write({ base })
    expect(read()).toMatchObject({
      need: 'Porter sans se blesser',
      existing: [
        { moduleId: other, found: { title: facts.title, edition: null, organisation: null } },
      ],
    })
    removeExisting(place.bank, { ...by('designer'), existingId: other })
    removeExisting(place.bank, { ...by('designer'), existingId: other })
    expect(read().existing).toEqual([])
    expect(events()).toHaveLength(3)
  })

  it('may be another organisation’s while it is shared, by its edition', () => {
    const elsewhere = otherPlace()
    expect(() => pick(elsewhere.moduleId)).toThrow(
      expect.objectContaining({ code: 'module.not-found', status: 404 }),
    )
    share(elsewhere, 'public')
    pick(elsewhere.moduleId)
    save(elsewhere, { facts: { ...facts, title: 'Brouillon secret' } })
    expect(read().existing).toMatchObject([
      { found: { title: facts.title, edition: '1.0', organisation: 'Ailleurs' } },
    ])
    share(elsewhere, 'private')
    expect(read().existing).toEqual([{ moduleId: elsewhere.moduleId, found: null }])
  })

  it('is never the module itself, nor more than can be looked at', () => {
    expect(() => pick(place.moduleId)).toThrow(
      expect.objectContaining({ code: 'opportunity.itself' }),
    )
    for (let n = 0; n < mostExisting; n += 1) pick(another(`autre-${n}`))
    const more = another('un-de-plus')
    expect(() => pick(more)).toThrow(
      expect.objectContaining({ code: 'opportunity.too-many-existing' }),
    )
    expect(read().existing).toHaveLength(mostExisting)
  })
})

describe('a decision', () => {
  it('is kept with its reason, who took it and when', () => {
    write()
    decide('no-go', 'Un module partagé suffit.')
    expect(read().decision).toEqual({
      ...{ value: 'no-go', reason: 'Un module partagé suffit.', isOnEarlierText: false },
      ...{ by: 'Centre du Val quality', at: later.getTime() },
    })
  })

  it('says that it was taken on an earlier text, until that text is there again', () => {
    write()
    decide()
    write({ need: 'Porter à deux' })
    expect(read().decision).toMatchObject({ value: 'go', isOnEarlierText: true })
    write()
    expect(read().decision).toMatchObject({ isOnEarlierText: false })
    pick(another('manutention'))
    expect(opportunityStanding(place.bank, draftOf(place)).decision).toMatchObject({
      isOnEarlierText: true,
    })
  })

  it('taken again replaces the one before, which the trail keeps with its reason', () => {
    write()
    decide('no-go', 'Trop tôt.')
    decide('go', 'Le budget est là.')
    expect(read().decision).toMatchObject({ value: 'go', reason: 'Le budget est là.' })
    const kept = [...readTrail(place.bank, place.organisationId)].filter(
      ({ action }) => action === 'opportunity.decided',
    )
    expect(kept.map(({ details }) => [details.decision, details.reason])).toEqual([
      ['no-go', 'Trop tôt.'],
      ['go', 'Le budget est là.'],
    ])
    expect(verifyTrail(place.bank, null).firstBroken).toBeNull()
  })

  it('is not taken on a text that changed since it was read', () => {
    write()
    const { digest } = read()
    pick(another('manutention'))
    expect(() => decide('go', 'Oui.', digest)).toThrow(
      expect.objectContaining({ code: 'opportunity.changed', status: 409 }),
    )
    expect(read().decision).toBeNull()
  })

  it('needs a reason, and a need that it is about', () => {
    expect(() => decide('go')).toThrow(
      expect.objectContaining({ code: 'opportunity.need-missing' }),
    )
    write()
    expect(() => decide('go', '  ')).toThrow(
      expect.objectContaining({ code: 'opportunity.reason-missing' }),
    )
    expect(events()).toEqual(['opportunity.saved'])
  })

  it('against a module closes no gate of it', () => {
    approve(place)
    write()
    decide('no-go', 'Un module partagé suffit.')
    const { gates } = readPublication(place.bank, { draft: draftOf(place), now })
    expect(gates.filter(({ passed }) => !passed)).toEqual([])
    expect(publish(place, later)).toBeTruthy()
  })
})

function read() {
  return readOpportunity(place.bank, keyOf(place))
}

function by(role: 'designer' | 'quality') {
  return { ...keyOf(place), personId: place.people[role].id, now }
}

function written() {
  const { textDigest: base } = read()
  const voices: Voice[] = []
  return { ...by('designer'), need: 'Porter sans se blesser', voices, words: '', base }
}

function write(other: Partial<ReturnType<typeof written>> = {}): void {
  saveOpportunity(place.bank, { ...written(), ...other })
}

function pick(existingId: string): void {
  pickExisting(place.bank, { ...by('designer'), existingId })
}

function decide(
  decision: 'go' | 'no-go' = 'go',
  reason = 'Trois ateliers le demandent.',
  digest = read().digest,
): void {
  decideOpportunity(place.bank, { ...by('quality'), now: later, decision, reason, digest })
}

/** What was done of opportunities, in order. */
function events(): string[] {
  return [...readTrail(place.bank, place.organisationId)].flatMap(({ action }) =>
    action.startsWith('opportunity.') ? [action] : [],
  )
}

/** Another module of the same organisation. */
function another(code: string): string {
  const { organisationId, people } = place
  return addModule(place.bank, { organisationId, people }, code)
}

/** A published module of another organisation. */
function otherPlace(): Workplace {
  const team = addTeam(place.bank, 'Ailleurs')
  const other = { bank: place.bank, ...team, moduleId: addModule(place.bank, team) }
  approve(other)
  publish(other)
  return other
}

function share(of: Workplace, visibility: 'public' | 'private'): void {
  const personId = of.people.publisher.id
  const nobody = { networkId: null, organisationIds: [] }
  setVisibility(of.bank, { ...keyOf(of), ...nobody, visibility, personId, now })
}

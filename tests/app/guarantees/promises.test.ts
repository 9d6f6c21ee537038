import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { guarantees, memberships, type Role } from '#app/db/schema/bank/index.ts'
import { answerGuarantee } from '#app/services/guarantees/answer-guarantee.server.ts'
import { askGuarantee } from '#app/services/guarantees/ask-guarantee.server.ts'
import { countingGuarantees } from '#app/services/guarantees/guarantee-rows.server.ts'
import { handOver } from '#app/services/guarantees/hand-over.server.ts'
import { readGuarantee } from '#app/services/guarantees/read-guarantee.server.ts'
import {
  listGuaranteesOf,
  lookOn,
  readAspectLines,
  readGuarantees,
} from '#app/services/guarantees/read-guarantees.server.ts'
import { renewGuarantee } from '#app/services/guarantees/renew-guarantee.server.ts'
import { readGates } from '#app/services/publication/gates.server.ts'
import {
  addTeam,
  approve,
  draftOf,
  keyOf,
  now,
  promise,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let place: Workplace
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})

afterEach(() => removeFolder(here))

describe('what is asked of somebody', () => {
  it('opens no gate until they accept, then counts', () => {
    place.bank.$client.exec('delete from guarantee_answers; delete from guarantees')
    const [content, pedagogy] = (['content', 'pedagogy'] as const).map((aspect) =>
      ask({ aspect }),
    )
    expect(missing()).toEqual(['content', 'pedagogy'])
    answer(content!)
    expect(missing()).toEqual(['pedagogy'])
    answer(pedagogy!)
    expect(missing()).toEqual([])
  })

  it('counts at once when they ask it of themselves', () => {
    ask({ personId: id('expert') })
    expect(stateOf('law')).toBe('holds')
  })

  it('is declined with a reason that whoever asked can read, and never without', () => {
    const guaranteeId = ask()
    expect(() => answer(guaranteeId, 'declined', '  ')).toThrow(
      expect.objectContaining({ code: 'guarantee.reason-missing' }),
    )
    answer(guaranteeId, 'declined', 'Je pars en juin.')
    expect(stateOf('law')).toBe('missing')
    expect(lineOf('law')?.asked).toMatchObject({
      answer: 'declined',
      reason: 'Je pars en juin.',
    })
  })

  it('is answered by nobody else, and once', () => {
    const guaranteeId = ask()
    const other = { guaranteeId, ...keyOf(place), personId: id('quality'), reason: '', now }
    expect(() => answerGuarantee(place.bank, { ...other, answer: 'accepted' })).toThrow(
      expect.objectContaining({ code: 'guarantee.not-yours', status: 403 }),
    )
    answer(guaranteeId)
    expect(() => answer(guaranteeId, 'declined', 'Non')).toThrow(
      expect.objectContaining({ code: 'guarantee.answered', status: 409 }),
    )
  })

  it('leaves what counted before as it was until it is accepted', () => {
    const guaranteeId = ask({ aspect: 'content', guarantorId: id('publisher') })
    expect(lineOf('content')).toMatchObject({
      person: place.people.expert.name,
      asked: { person: place.people.publisher.name, answer: null },
    })
    answer(guaranteeId, 'accepted', '', 'publisher')
    expect(lineOf('content')).toMatchObject({
      person: place.people.publisher.name,
      asked: null,
    })
  })

  it('cannot be accepted once somebody else was asked', () => {
    const first = ask()
    ask({ guarantorId: id('publisher'), now: later(1) })
    expect(() => answer(first)).toThrow(
      expect.objectContaining({ code: 'guarantee.superseded', status: 409 }),
    )
  })

  it('cannot be accepted after its last day', () => {
    const guaranteeId = ask({ endsOn: '2026-03-12' })
    expect(() => answer(guaranteeId, 'accepted', '', 'expert', later(3))).toThrow(
      expect.objectContaining({ code: 'guarantee.already-ended' }),
    )
  })

  it('names a deputy of the same organisation, who is another person', () => {
    const stranger = addTeam(place.bank, 'Ailleurs').people.expert.id
    expect(() => ask({ deputyId: stranger })).toThrow(
      expect.objectContaining({ code: 'guarantee.stranger' }),
    )
    expect(() => ask({ deputyId: id('expert') })).toThrow(
      expect.objectContaining({ code: 'guarantee.own-deputy' }),
    )
  })
})

describe('renewing', () => {
  it('signs the digest of the edition that was looked at, until another day, in a new row', () => {
    publishNow()
    const guaranteeId = content().id
    const { signs } = read(guaranteeId)
    expect(signs.edition).toBe('1.0')
    const renewed = renew(guaranteeId, signs.digest)
    expect(content()).toMatchObject({
      ...{ id: renewed, endsOn: '2027-12-31', signedDigest: signs.digest },
      answer: 'accepted',
    })
    const rows = place.bank.select().from(guarantees).all()
    expect(rows.find((row) => row.id === guaranteeId)).toMatchObject({ signedDigest: null })
  })

  it('is refused when another edition came out meanwhile', () => {
    publishNow()
    const guaranteeId = content().id
    const { digest } = read(guaranteeId).signs
    save(place, {
      document: draftOf(place).document,
      facts: { ...draftOf(place).facts, minutes: 12 },
    })
    approve(place, later(1))
    publish(place, later(1))
    expect(() => renew(guaranteeId, digest)).toThrow(
      expect.objectContaining({ code: 'guarantee.other-content', status: 409 }),
    )
  })

  it('is for whoever has the work, on what counts today', () => {
    const before = content().id
    const { digest } = read(before).signs
    expect(() => renew(before, digest, 'designer')).toThrow(
      expect.objectContaining({ code: 'guarantee.not-yours', status: 403 }),
    )
    renew(before, digest)
    expect(() => renew(before, digest)).toThrow(
      expect.objectContaining({ code: 'guarantee.superseded', status: 409 }),
    )
  })

  it('of a module that was never published freezes the draft that was looked at', () => {
    const { digest } = read(content().id).signs
    renew(content().id, digest)
    expect(content().signedDigest).toBe(digest)
  })

  it('shows the editions that came out since, and what reviewers remarked', () => {
    publishNow(later(1))
    expect(read(content().id).since.editions).toMatchObject([{ number: '1.0' }])
    renew(content().id, read(content().id).signs.digest, 'expert', later(2))
    expect(read(content().id).since.editions).toEqual([])
  })
})

describe('looking again', () => {
  it('is due so many months after it was signed, the last of a shorter month, before the end', () => {
    const term = { startsOn: '2026-08-31', endsOn: '2027-08-31' }
    expect(lookOn({ ...term, lookEvery: 6 })).toBe('2027-02-28')
    expect(lookOn({ ...term, lookEvery: 12 })).toBeNull()
    expect(lookOn({ ...term, lookEvery: null })).toBeNull()
  })
})

describe('handing over', () => {
  it('asks another of all that somebody answers for, for the same terms', () => {
    const ended = promise(place.bank, { ...asking(), aspect: 'law', endsOn: '2026-03-11' })
    expect(hand('expert', 'publisher', later(5))).toBe(3)
    const { toAnswer } = listOf('publisher')
    expect(toAnswer.map(({ aspect }) => aspect).sort()).toEqual(['content', 'law', 'pedagogy'])
    const law = toAnswer.find(({ handedFrom }) => handedFrom === ended)!
    expect(law.endsOn).toBe('2026-03-11')
    answer(law.id, 'accepted', '', 'publisher', later(5))
    expect(listOf('publisher').own).toMatchObject([{ aspect: 'law', endsOn: '2026-03-11' }])
  })

  it('leaves the work to the deputy, else to quality, until it is accepted', () => {
    promise(place.bank, { ...asking(), aspect: 'law', deputyId: id('designer') })
    hand('expert', 'publisher')
    expect(worksOf('expert')).toEqual([])
    expect(worksOf('designer')).toEqual(['law'])
    expect(worksOf('quality')).toEqual(['content', 'pedagogy'])
    const { digest } = read(lawRow().id).signs
    renew(lawRow().id, digest, 'designer', later(1))
    expect(lawRow().personId).toBe(id('designer'))
  })

  it('leaves it there when it is declined, too', () => {
    hand('expert', 'publisher')
    for (const { id } of listOf('publisher').toAnswer)
      answer(id, 'declined', 'Trop', 'publisher')
    expect(worksOf('quality')).toEqual(['content', 'pedagogy'])
  })

  it('is done for somebody who left; meanwhile quality has the work', () => {
    leave('expert')
    expect(worksOf('quality')).toEqual(['content', 'pedagogy'])
    expect(hand('expert', 'designer')).toBe(2)
  })

  it('is refused to oneself, to strangers, and when there is nothing', () => {
    const stranger = addTeam(place.bank, 'Ailleurs').people.expert.id
    expect(() => hand('expert', 'expert')).toThrow(
      expect.objectContaining({ code: 'guarantee.hand-over-same' }),
    )
    expect(() =>
      handOver(place.bank, { ...keyOf(place), ...by(), fromId: id('expert'), toId: stranger }),
    ).toThrow(expect.objectContaining({ code: 'guarantee.stranger' }))
    hand('expert', 'publisher')
    expect(() => hand('expert', 'designer')).toThrow(
      expect.objectContaining({ code: 'guarantee.nothing-to-hand', status: 409 }),
    )
  })
})

function id(role: Role): string {
  return place.people[role].id
}

function by() {
  return { personId: id('quality'), now }
}

function asking() {
  const who = { guarantorId: id('expert'), ...by() }
  return { ...keyOf(place), ...who, aspect: 'law', endsOn: '2026-12-31' } as const
}

function ask(own: Partial<Parameters<typeof askGuarantee>[1]> = {}): string {
  return askGuarantee(place.bank, { ...asking(), ...own })
}

function answer(
  guaranteeId: string,
  said: 'accepted' | 'declined' = 'accepted',
  reason = '',
  role: Role = 'expert',
  at = now,
): void {
  const who = { ...keyOf(place), personId: id(role), now: at }
  answerGuarantee(place.bank, { guaranteeId, ...who, answer: said, reason })
}

function renew(
  guaranteeId: string,
  digest: string,
  role: Role = 'expert',
  at = later(1),
): string {
  const who = { ...keyOf(place), personId: id(role), now: at }
  return renewGuarantee(place.bank, {
    ...{ guaranteeId, digest, ...who, endsOn: '2027-12-31', note: 'Revu.' },
  })
}

function hand(from: Role, to: Role, at = now): number {
  const who = { fromId: id(from), toId: id(to), personId: id('quality') }
  return handOver(place.bank, { ...keyOf(place), ...who, now: at })
}

function leave(role: Role): void {
  place.bank.$client.prepare('delete from memberships where personId = ?').run(id(role))
  expect(place.bank.select().from(memberships).all()).toHaveLength(4)
}

function read(guaranteeId: string) {
  return readGuarantee(here, { guaranteeId, ...keyOf(place), personId: id('expert'), now })
}

function listOf(role: Role) {
  return listGuaranteesOf(place.bank, { ...keyOf(place), personId: id(role), now })
}

function worksOf(role: Role): string[] {
  const { own, standIn } = listOf(role)
  const workless = role === 'expert' ? [] : own
  return [...workless, ...standIn].map(({ aspect }) => aspect).sort()
}

function content() {
  return countingGuarantees(place.bank, place).find(({ aspect }) => aspect === 'content')!
}

function lawRow() {
  return countingGuarantees(place.bank, place).find(({ aspect }) => aspect === 'law')!
}

function lineOf(aspect: 'law' | 'content') {
  return readAspectLines(place.bank, { ...place, now }).find((line) => line.aspect === aspect)
}

function stateOf(wanted: 'law') {
  return readGuarantees(place.bank, { ...place, now }).find(({ aspect }) => aspect === wanted)
    ?.state
}

function missing() {
  const gates = readGates(place.bank, { draft: draftOf(place), now })
  const { findings } = gates.find(({ name }) => name === 'guarantees')!
  return findings
    .filter(({ code }) => code === 'guarantee.missing')
    .map(({ params }) => params?.aspect)
}

function publishNow(at = now): void {
  approve(place, at)
  publish(place, at)
}

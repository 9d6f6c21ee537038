import { createReadStream } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { frameworks, type Role } from '#app/db/schema/bank/index.ts'
import { sampleBank } from '#app/db/seed/sample-bank.ts'
import { importFramework } from '#app/services/competencies/import-framework.server.ts'
import {
  findCompetency,
  searchCompetencies,
} from '#app/services/competencies/read-frameworks.server.ts'
import { dayIn } from '#app/services/guarantees/days.ts'
import { type About, recordWatchEvent } from '#app/services/watch/record-watch-event.server.ts'
import { checksFor, closeCheck, openChecks } from '#app/services/watch/to-check.server.ts'
import {
  addWatchSource,
  endWatchSource,
  listWatchSources,
} from '#app/services/watch/watch-sources.server.ts'
import {
  addTeam,
  approve,
  facts,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'

let place: Workplace
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

beforeEach(() => {
  place = workplace()
})

describe('a source', () => {
  it('is to be looked at so many months after it was added, then after what was last seen', () => {
    const sourceId = add()
    expect(sources()).toMatchObject([{ lookOn: '2026-09-10', isLate: false }])
    see({ sourceId, effect: 'none', day: '2026-03-31', now: later(30) })
    expect(sources()).toMatchObject([{ lookOn: '2026-09-30' }])
    const late = listWatchSources(place.bank, { ...keyOf(place), now: later(300) })
    expect(late).toMatchObject([{ isLate: true }])
  })

  it('is given up without losing what was seen there', () => {
    const sourceId = add()
    see({ sourceId, effect: 'to-check', about: { keyword: 'manutention' } })
    endWatchSource(place.bank, { ...by('quality'), sourceId })
    expect(sources()).toEqual([])
    expect(open()).toHaveLength(1)
    expect(() => see({ sourceId })).toThrow(
      expect.objectContaining({ code: 'watch.not-found' }),
    )
  })

  it('of another organisation is not there', () => {
    const sourceId = add()
    const { organisationId } = addTeam(place.bank, 'Ailleurs')
    expect(listWatchSources(place.bank, { organisationId, now })).toEqual([])
    expect(() => see({ sourceId, organisationId })).toThrow(
      expect.objectContaining({ code: 'watch.not-found', status: 404 }),
    )
    expect(() =>
      endWatchSource(place.bank, { ...by('quality'), organisationId, sourceId }),
    ).toThrow(expect.objectContaining({ status: 404 }))
  })

  it('has an address of the web, or none, and somebody of the organisation who looks', () => {
    expect(() => add({ url: 'javascript:alert(1)' })).toThrow(
      expect.objectContaining({ code: 'watch.address' }),
    )
    const watcherId = addTeam(place.bank, 'Ailleurs').people.quality.id
    expect(() => add({ watcherId })).toThrow(
      expect.objectContaining({ code: 'guarantee.stranger' }),
    )
  })
})

describe('what was seen', () => {
  it.each([
    ['a keyword, whatever its case', { keyword: ' Manutention ' }, 1],
    ['a code', { modules: ['gestes-et-postures'] }, 1],
    ['another keyword', { keyword: 'cuisine' }, 0],
    ['nothing', {}, 0],
  ] satisfies [string, About, number][])('marks the modules of %s', (_, about, count) => {
    expect(see({ effect: 'to-check', about })).toEqual({ marked: count })
    expect(open()).toHaveLength(count)
  })

  it('marks those tied to a framework, or to one block of it', async () => {
    const tie = await tied()
    const { frameworkCode, competencyBlockCode } = tie
    const about = { frameworkCode, competencyBlockCode }
    expect(see({ effect: 'to-check', about: { frameworkCode } })).toEqual({ marked: 1 })
    expect(see({ effect: 'to-check', about })).toEqual({ marked: 1 })
    const other = { frameworkCode, competencyBlockCode: 'BC99' }
    expect(see({ effect: 'to-check', about: other })).toEqual({ marked: 0 })
  })

  it('marks nothing when nothing is to change, nor in the future, nor for whoever does not look there', () => {
    expect(see({ effect: 'none', about: { keyword: 'manutention' } })).toEqual({ marked: 0 })
    expect(() => see({ day: '2026-03-11' })).toThrow(
      expect.objectContaining({ code: 'watch.future' }),
    )
    expect(() => see({ keeps: false, personId: place.people.designer.id })).toThrow(
      expect.objectContaining({ code: 'rights.refused', status: 403 }),
    )
    expect(see({ keeps: false })).toEqual({ marked: 0 })
  })
})

describe('a module to be checked', () => {
  beforeEach(() => {
    see({ effect: 'must-update', about: { keyword: 'manutention' } })
  })

  it('is shown to its author, its guarantors and whoever answers for quality', () => {
    expect(seenBy('designer')).toBe(1)
    // The expert of these banks answers for the content.
    expect(seenBy('expert')).toBe(1)
    expect(seenBy('publisher')).toBe(0)
    expect(seenBy('quality', true)).toBe(1)
  })

  it('is closed with words, by one of them', () => {
    expect(() => close('designer', '  ')).toThrow(
      expect.objectContaining({ code: 'check.words-missing' }),
    )
    expect(() => close('publisher')).toThrow(
      expect.objectContaining({ code: 'check.not-yours', status: 403 }),
    )
    close('designer')
    expect(open()).toEqual([])
    expect(() => close('designer')).toThrow(
      expect.objectContaining({ code: 'check.not-found' }),
    )
  })

  it('is closed by an edition published since, not by one of before', () => {
    approve(place, later(1))
    publish(place, later(1))
    expect(open()).toEqual([])
    see({ effect: 'to-check', about: { keyword: 'manutention' }, now: later(2) })
    expect(open()).toHaveLength(1)
  })
})

it('a register entry that ends marks its modules by itself, until somebody answers', async () => {
  await tied()
  expect(open()).toEqual([])
  place.bank.update(frameworks).set({ validUntil: '2026-03-01' }).run()
  expect(open()).toMatchObject([{ because: { kind: 'framework', end: { code: 'RNCP99001' } } }])
  close('designer')
  expect(open()).toEqual([])
})

function add(own: Partial<Parameters<typeof addWatchSource>[1]> = {}): string {
  const watcherId = place.people.quality.id
  const said = {
    kind: 'law',
    title: 'Code du travail',
    url: '',
    lookEvery: 6,
    watcherId,
  } as const
  return addWatchSource(place.bank, { ...by('quality'), ...said, ...own })
}

function see(own: Partial<Parameters<typeof recordWatchEvent>[1]> = {}) {
  const said = { day: dayIn(now), summary: 'Nouvel article', effect: 'none' } as const
  const asked = { ...by('quality'), ...said, evidence: '', about: {}, keeps: true, ...own }
  return recordWatchEvent(place.bank, { ...asked, sourceId: own.sourceId ?? add() })
}

function by(role: Role) {
  return { organisationId: place.organisationId, personId: place.people[role].id, now }
}

function sources() {
  return listWatchSources(place.bank, { ...keyOf(place), now })
}

function open() {
  return openChecks(place.bank, { organisationId: place.organisationId, now: later(3) })
}

function seenBy(role: Role, decides = false): number {
  return checksFor(place.bank, { ...by(role), decides }).length
}

function close(role: Role, words = 'Rien ne nous concerne.'): void {
  const checkId = open()[0]?.checkId ?? 'x'
  closeCheck(place.bank, { ...by(role), ...keyOf(place), checkId, words, decides: false })
}

async function tied() {
  const { bank, organisationId } = place
  const file = createReadStream(sampleBank.frameworkFile)
  await importFramework(bank, { ...by('designer'), file })
  const { competencyId } = searchCompetencies(bank, { query: '', organisationId })[0]!
  const { competencyBlockLabel: _, ...tie } = findCompetency(bank, {
    competencyId,
    organisationId,
  })!
  save(place, { facts, alignments: [{ ...tie, role: 'teaches' }] })
  return tie
}

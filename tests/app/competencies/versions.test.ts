import { beforeEach, describe, expect, it } from 'vitest'
import { editions, revisions } from '#app/db/schema/bank/index.ts'
import { endOf } from '#app/services/competencies/ended.ts'
import { carryOver } from '#app/services/competencies/versions/carry-over.server.ts'
import { compareVersions } from '#app/services/competencies/versions/compare-versions.server.ts'
import { modulesOnEnded } from '#app/services/competencies/versions/ended-ties.server.ts'
import {
  likenessOfTexts,
  matchCompetencies,
} from '#app/services/competencies/versions/match-competencies.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import {
  approve,
  draftOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { block, blocks, entry, registerFile } from '../rncp/register-files.ts'
import { bring, fileOf, fixtures, frameworkOf, haveFixtures, tie } from './frameworks.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

describe.skipIf(!haveFixtures)(
  'two real versions of an entry (skipped when the shared fixtures are absent)',
  () => {
    it('are matched by label, though their blocks were numbered anew', async () => {
      await bring(place, `${fixtures}/rncp/export_fiches_RNCP_V4_1_extrait.xml`)
      const { older, newer, competencies, successors } = compare('RNCP40792', 'RNCP35340')
      expect([older.code, newer.code]).toEqual(['RNCP35340', 'RNCP40792'])
      const blockOf = new Map(successors.map(({ id, blockCode }) => [id, blockCode]))
      const developed = competencies.filter(({ blockCode }) => blockCode === 'RNCP35340BC04')
      const to = developed.map(({ proposed }) => proposed && blockOf.get(proposed))
      expect(new Set(to)).toEqual(new Set(['RNCP40792BC03']))
      const same = competencies.filter(({ likeness }) => likeness === 1)
      expect(same.length).toBeGreaterThan(competencies.length / 2)
    })
  },
)

describe('ties are carried over', () => {
  beforeEach(async () => {
    const older = entry(blocks(block('* Accueillir\n o Saluer\n* Ranger')))
    const said = `<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP99002</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>`
    const list = block('* Ranger\n* Accueillir les clients\n o Saluer !', 'RNCP99003BC02')
    const newer = entry(said + blocks(list), 'RNCP99003')
    await bring(place, fileOf(registerFile(older, newer)))
    const [saluer] = frameworkOf(place, 'RNCP99002').blocks[0]!.competencies[0]!.criteria
    tie(place, 'RNCP99002', { label: 'Accueillir', role: 'teaches', criteria: [saluer!.id] })
    tie(place, 'RNCP99002', { label: 'Ranger', role: 'assesses' })
  })

  it('in drafts, with their role and what is worded alike of their criteria', () => {
    expect(carry()).toEqual({ modules: 1 })
    const [accueillir, ranger] = draftOf(place).alignments
    const [, successor] = frameworkOf(place, 'RNCP99003').blocks[0]!.competencies
    expect(accueillir).toEqual({
      competencyId: successor!.id,
      role: 'teaches',
      frameworkCode: 'RNCP99003',
      competencyBlockCode: 'RNCP99003BC02',
      label: 'Accueillir les clients',
      criteria: [successor!.criteria[0]!.id],
    })
    expect(ranger).toMatchObject({ role: 'assesses', frameworkCode: 'RNCP99003' })
    expect(carry()).toEqual({ modules: 0 })
    const { competencies } = compare('RNCP99002', 'RNCP99003')
    expect(competencies.every(({ confirmed, proposed }) => confirmed === proposed)).toBe(true)
  })

  it('also of the elements of a document', () => {
    const { document, alignments } = draftOf(place)
    const [{ competencyId } = alignments[1]!] = alignments
    const tied = JSON.parse(
      JSON.stringify(document).replace(
        '"competencies":[]',
        `"competencies":["${competencyId}"]`,
      ),
    )
    expect(tied).not.toEqual(document)
    save(place, { document: tied })
    carry()
    const said = JSON.stringify(draftOf(place).document)
    expect(said).not.toContain(competencyId)
    expect(said).toContain(draftOf(place).alignments[0]!.competencyId)
  })

  it('and nothing that was published is rewritten', () => {
    approve(place)
    publish(place)
    const before = frozen()
    carry()
    expect(frozen()).toEqual(before)
  })

  it('and a pair of other versions is refused, with nothing changed', () => {
    const before = draftOf(place)
    const [{ competencyId } = before.alignments[1]!] = before.alignments
    const pairs = [{ competencyId, successorId: competencyId }]
    expect(() => carry(pairs)).toThrow(
      expect.objectContaining({ code: 'competency.not-found' }),
    )
    expect(draftOf(place)).toEqual(before)
  })
})

describe('an entry that is over', () => {
  const current = { active: true, validUntil: null, replacedBy: [] }

  it('is one that is not active, or past its last day; a newer one alone does not end it', () => {
    expect(endOf({ ...current, replacedBy: ['RNCP2'] }, '2026-03-10')).toBeNull()
    expect(endOf({ ...current, validUntil: '2026-03-10' }, '2026-03-10')).toBeNull()
    expect(endOf({ ...current, validUntil: '2026-03-09' }, '2026-03-10')?.reason).toBe('ended')
    expect(endOf({ ...current, active: false }, '2026-03-10')?.reason).toBe('inactive')
    const replaced = { ...current, active: false, replacedBy: ['RNCP2'] }
    expect(endOf(replaced, '2026-03-10')).toMatchObject({ reason: 'replaced' })
  })

  it('is said of each module that is tied to it, on the home page of its author', async () => {
    await bring(place, fileOf(registerFile(entry(blocks(block('* Ranger'))))))
    const { bank, organisationId } = place
    expect(modulesOnEnded(bank, { organisationId, now })).toEqual([])
    tie(place, 'RNCP99002', { label: 'Ranger', role: 'teaches' })
    expect(modulesOnEnded(bank, { organisationId, now })).toMatchObject([
      { title: 'Gestes et postures', end: { code: 'RNCP99002', reason: 'inactive' } },
    ])
    expect(awaits('designer')).toHaveLength(1)
    expect(awaits('quality')).toHaveLength(1)
    expect(awaits('publisher')).toEqual([])
  })
})

describe('labels are near', () => {
  it('whatever their accents, small words and endings', () => {
    expect(likenessOfTexts('Gérer les sauvegardes', 'gerer des sauvegardes')).toBe(1)
    expect(likenessOfTexts('Gérer le patrimoine', 'Animer une réunion')).toBeLessThan(0.4)
  })

  it('and each is proposed once, the nearest first', () => {
    const of = (id: string, label: string) => ({ id, label, blockLabel: '' })
    const older = [of('1', 'Gérer les stocks du dépôt'), of('2', 'Gérer les stocks')]
    const matches = matchCompetencies(older, [of('3', 'Gérer les stocks'), of('4', 'Chanter')])
    expect(matches.map(({ successorId }) => successorId)).toEqual([null, '3'])
  })
})

function compare(code: string, other: string) {
  const { bank, organisationId } = place
  const [frameworkId, withId] = [code, other].map(
    (each) => frameworkOf(place, each).framework.id,
  )
  return compareVersions(bank, { frameworkId: frameworkId!, withId: withId!, organisationId })
}

function carry(pairs?: { competencyId: string; successorId: string }[]) {
  const { bank, organisationId, people } = place
  const { older, newer, competencies } = compare('RNCP99002', 'RNCP99003')
  const proposed = competencies.flatMap(({ id, proposed }) =>
    proposed ? [{ competencyId: id, successorId: proposed }] : [],
  )
  const ids = { olderId: older.id, newerId: newer.id }
  const by = { organisationId, personId: people.designer.id, now }
  return carryOver(bank, { ...ids, ...by, pairs: pairs ?? proposed })
}

function frozen() {
  const { bank } = place
  return [bank.select().from(revisions).all(), bank.select().from(editions).all()]
}

function awaits(role: 'designer' | 'quality' | 'publisher') {
  const { id: personId, name } = place.people[role]
  const { bank, organisationId } = place
  const member = { personId, name, organisationId, organisationName: '', roles: [role] }
  return readWhatAwaits(bank, { member, now }).toCheck.map(({ moduleId, because }) => ({
    id: moduleId,
    ...(because.kind === 'framework' && { end: because.end }),
  }))
}

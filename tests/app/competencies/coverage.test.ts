import { beforeEach, describe, expect, it } from 'vitest'
import { coverageCsv } from '#app/http/coverage-csv.server.ts'
import {
  columnsOfPage,
  countFindings,
  missingRole,
  pageOf,
  readCoverageQuery,
} from '#app/services/competencies/coverage/coverage.ts'
import { readCoverage } from '#app/services/competencies/coverage/read-coverage.server.ts'
import { approve, publish, save, type Workplace, workplace } from '#tests/builders/bank.ts'
import { block, blocks, entry, registerFile } from '../rncp/register-files.ts'
import { another, bring, fileOf, frameworkOf, tie } from './frameworks.ts'

const code = 'RNCP99002'
const list = '* Accueillir\n o Saluer\n o Orienter\n* Ranger\n* Trier\n* Nettoyer'
let place: Workplace

beforeEach(async () => {
  place = workplace()
  const two = blocks(block(list), block('* Compter', 'RNCP99002BC02'))
  await bring(place, fileOf(registerFile(entry(two))))
})

describe('a competency', () => {
  it('is a hole without a module, and lacks what no module does', () => {
    const other = another(place, 'autre')
    tie(place, code, { label: 'Accueillir', role: 'teaches' })
    tie(place, code, { label: 'Ranger', role: 'assesses' })
    tie(place, code, { label: 'Trier', role: 'teaches' }, { label: 'Trier', role: 'assesses' })
    tie(other, code, { label: 'Trier', role: 'teaches' })
    expect(found()).toEqual([
      ['Accueillir', 'taught-not-assessed'],
      ['Ranger', 'assessed-not-taught'],
      ['Trier', 'overlap'],
      ['Nettoyer', 'hole'],
      ['Compter', 'hole'],
    ])
    expect(countFindings(read().rows)).toEqual({
      hole: 2,
      'taught-not-assessed': 1,
      'assessed-not-taught': 1,
      overlap: 1,
    })
  })

  it('says what a module that fills its gap would do', () => {
    tie(place, code, { label: 'Accueillir', role: 'practises' })
    tie(place, code, { label: 'Ranger', role: 'assesses' })
    expect(read().rows.slice(0, 3).map(missingRole)).toEqual(['assesses', 'teaches', 'teaches'])
  })

  it('may be taught in part: the criteria that no tie is about are amiss', () => {
    const [orienter] = frameworkOf(place, code).blocks[0]!.competencies[0]!.criteria.slice(1)
    tie(
      place,
      code,
      { label: 'Accueillir', role: 'teaches', criteria: [orienter!.id] },
      { label: 'Accueillir', role: 'assesses', criteria: [orienter!.id] },
    )
    const [row] = read().rows
    expect(row!.findings).toEqual([])
    expect(row!.criteria.map(({ label, findings }) => [label, ...findings])).toEqual([
      ['Saluer', 'hole'],
      ['Orienter'],
    ])
    const shown = pageOf(read(), readCoverageQuery(new URLSearchParams('finding=hole')))
    expect(shown.rows.map(({ label }) => label)).toContain('Accueillir')
  })

  it('has the level of the tie, or else that of the module', () => {
    tie(place, code, { label: 'Ranger', role: 'teaches' })
    expect(read().rows[1]!.ties).toMatchObject([{ role: 'teaches', level: 'beginner' }])
  })
})

describe('the matrix', () => {
  it('shows one block where one is asked for', () => {
    const [, second] = read().blocks
    expect(read({ block: second!.id }).rows.map(({ label }) => label)).toEqual(['Compter'])
  })

  it('shows editions as they were published, whatever was written since', () => {
    tie(place, code, { label: 'Ranger', role: 'teaches' })
    expect(read({ show: 'published' }).modules).toEqual([])
    approve(place)
    publish(place)
    save(place, { alignments: [] })
    expect(read().modules).toEqual([])
    const { modules, rows } = read({ show: 'published' })
    expect(modules).toMatchObject([{ edition: '1.0', title: 'Gestes et postures' }])
    expect(rows[1]!.ties).toHaveLength(1)
  })

  it('gives no more columns than can be read, in the order of what they cover first', () => {
    const places = Array.from({ length: columnsOfPage + 1 }, (_, at) =>
      another(place, `m-${at}`),
    )
    for (const each of places.slice(1)) tie(each, code, { label: 'Trier', role: 'teaches' })
    tie(places[0]!, code, { label: 'Accueillir', role: 'teaches' })
    const first = pageOf(read(), readCoverageQuery(new URLSearchParams()))
    expect([first.modules.length, first.found, first.pages]).toEqual([12, 13, 2])
    expect(first.modules[0]!.code).toBe('m-0')
    const last = pageOf(read(), readCoverageQuery(new URLSearchParams('page=99')))
    expect([last.modules.length, last.query.page]).toEqual([1, 2])
  })

  it('takes an address that makes no sense for one that asks nothing', () => {
    const query = readCoverageQuery(new URLSearchParams('page=-3&finding=x&show=y&criteria=no'))
    const plain = { block: '', show: 'drafts', finding: null, criteria: null, page: 1 }
    expect(query).toEqual(plain)
  })
})

it('as a sheet it has a line each competency and criterion, and computes nothing', async () => {
  const risky = registerFile(
    entry(blocks(block('* =HYPERLINK(1) ; a\n o Lire', 'RNCP99003BC01')), 'RNCP99003'),
  )
  await bring(place, fileOf(risky))
  const { framework } = frameworkOf(place, 'RNCP99003')
  const { bank, organisationId } = place
  const read = readCoverage(bank, { frameworkId: framework.id, organisationId })
  const { text, name } = coverageCsv(read, 'fr')
  expect(name).toBe('couverture-RNCP99003.csv')
  expect(text.split('\r\n')[1]).toContain(';"\'=HYPERLINK(1) ; a";')
  expect(text.startsWith('\uFEFFBloc;Code;Compétence;Critère;')).toBe(true)
  expect(text.trim().split('\r\n')).toHaveLength(3)
})

function read(asked: { block?: string; show?: 'published' } = {}) {
  const { bank, organisationId } = place
  const { id: frameworkId } = frameworkOf(place, code).framework
  return readCoverage(bank, { frameworkId, organisationId, ...asked })
}

function found() {
  return read().rows.map(({ label, findings }) => [label, ...findings])
}

import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { licence } from '#content-schema/licences/catalogue.ts'
import {
  adapting,
  collectable,
  combining,
  possibleLicences,
  remixable,
} from '#content-schema/licences/compatibility.ts'
import type { Licence } from '#content-schema/licences/licence.ts'

const names = ['PDM', 'CC0', 'BY', 'BY-SA', 'BY-NC', 'BY-ND', 'BY-NC-SA', 'BY-NC-ND'] as const
type Name = (typeof names)[number]
const columns = ['BY', 'BY-NC', 'BY-NC-ND', 'BY-NC-SA', 'BY-ND', 'BY-SA', 'PD'] as const

/**
 * Works adapted into one: under which licences it may go out, `-` where it may not be made.
 * What is discouraged follows after a stroke.
 */
const pairs = `
PDM+PDM           BY BY-NC BY-NC-ND BY-NC-SA BY-ND BY-SA PD
PDM+CC0           BY BY-NC BY-NC-ND BY-NC-SA BY-ND BY-SA PD
PDM+BY            BY BY-NC BY-NC-ND BY-NC-SA BY-ND BY-SA | PD
PDM+BY-SA         BY-SA
PDM+BY-NC         BY-NC BY-NC-ND BY-NC-SA | BY BY-ND BY-SA PD
PDM+BY-ND         -
PDM+BY-NC-SA      BY-NC-SA
PDM+BY-NC-ND      -
CC0+CC0           BY BY-NC BY-NC-ND BY-NC-SA BY-ND BY-SA PD
CC0+BY            BY BY-NC BY-NC-ND BY-NC-SA BY-ND BY-SA | PD
CC0+BY-SA         BY-SA
CC0+BY-NC         BY-NC BY-NC-ND BY-NC-SA | BY BY-ND BY-SA PD
CC0+BY-ND         -
CC0+BY-NC-SA      BY-NC-SA
CC0+BY-NC-ND      -
BY+BY             BY BY-NC BY-NC-ND BY-NC-SA BY-ND BY-SA | PD
BY+BY-SA          BY-SA
BY+BY-NC          BY-NC BY-NC-ND BY-NC-SA | BY BY-ND BY-SA PD
BY+BY-ND          -
BY+BY-NC-SA       BY-NC-SA
BY+BY-NC-ND       -
BY-SA+BY-SA       BY-SA
BY-SA+BY-NC       -
BY-SA+BY-ND       -
BY-SA+BY-NC-SA    -
BY-SA+BY-NC-ND    -
BY-NC+BY-NC       BY-NC BY-NC-ND BY-NC-SA | BY BY-ND BY-SA PD
BY-NC+BY-ND       -
BY-NC+BY-NC-SA    BY-NC-SA
BY-NC+BY-NC-ND    -
BY-ND+BY-ND       -
BY-ND+BY-NC-SA    -
BY-ND+BY-NC-ND    -
BY-NC-SA+BY-NC-SA BY-NC-SA
BY-NC-SA+BY-NC-ND -
BY-NC-ND+BY-NC-ND -
`
  .trim()
  .split('\n')
  .map((line) => {
    const [pair = '', rest = ''] = line.split(/\s+(.*)/)
    const [allowed = '', discouraged = ''] = rest.split('|')
    const words = (text: string) => text.split(/\s+/).filter((word) => word && word !== '-')
    return { pair, allowed: words(allowed), discouraged: words(discouraged) }
  })

describe('two works adapted into one', () => {
  it.each(pairs)('$pair', ({ pair, allowed, discouraged }) => {
    expect(outcome(pair)).toEqual({ remix: allowed.length > 0, allowed, discouraged })
  })

  it('are 36 pairs, whichever comes first', () => {
    expect(pairs).toHaveLength(36)
    for (const { pair } of pairs) {
      const [one, other] = pair.split('+') as [Name, Name]
      expect(outcome(`${other}+${one}`)).toEqual(outcome(pair))
    }
  })

  const factsFile = '../shared/fixtures/licences/compatibility.json'
  it.skipIf(!existsSync(factsFile))(
    'come to what was collected from the FAQ of Creative Commons (skipped without ../shared)',
    () => {
      const facts = JSON.parse(readFileSync(factsFile, 'utf8'))
      for (const [pair, expected] of Object.entries(facts.pairResults.pairs))
        expect([pair, outcome(pair)]).toEqual([pair, expected])
      for (const [one, row] of Object.entries<Record<Name, boolean>>(facts.remixChart.matrix))
        for (const other of names)
          expect([one, other, remixable(cc(one as Name), cc(other))]).toEqual([
            ...[one, other],
            row[other],
          ])
      for (const [name, row] of Object.entries<Record<string, string>>(
        facts.adapterLicence.rows,
      ))
        for (const column of columns)
          expect([name, column, adapting(cc(name), cc(column))]).toEqual([
            ...[name, column],
            row[column],
          ])
      for (const [name, row] of Object.entries<{ commercial: boolean; nonCommercial: boolean }>(
        facts.collection.rows,
      )) {
        expect(collectable(cc(name), cc('BY'))).toBe(row.commercial)
        expect(collectable(cc(name), cc('BY-NC'))).toBe(row.nonCommercial)
      }
    },
  )
})

describe('versions and other licences', () => {
  it.each<[string, string, string]>([
    ['cc-by-sa-3.0', 'cc-by-sa-4.0', 'allowed'],
    ['cc-by-sa-3.0-fr', 'cc-by-sa-4.0', 'allowed'],
    ['cc-by-sa-3.0-fr', 'cc-by-sa-3.0', 'allowed'],
    ['cc-by-sa-4.0', 'cc-by-sa-3.0', 'forbidden'],
    ['cc-by-sa-4.0', 'cc-by-sa-3.0-fr', 'forbidden'],
    ['cc-by-nc-sa-3.0', 'cc-by-nc-sa-4.0', 'allowed'],
    ['cc-by-nc-sa-4.0', 'cc-by-sa-4.0', 'forbidden'],
    ['cc-by-nc-sa-3.0', 'cc-by-sa-4.0', 'forbidden'],
    ['cc-by-nd-4.0', 'cc-by-nd-4.0', 'forbidden'],
    ['lal-1.3', 'cc-by-sa-4.0', 'allowed'],
    ['cc-by-sa-4.0', 'lal-1.3', 'allowed'],
    ['cc-by-sa-3.0', 'lal-1.3', 'forbidden'],
    ['lal-1.3', 'cc-by-sa-3.0', 'forbidden'],
    ['cc-by-sa-4.0', 'gpl-3.0', 'allowed'],
    ['gpl-3.0', 'cc-by-sa-4.0', 'forbidden'],
    ['cc-by-sa-4.0', 'agpl-3.0', 'forbidden'],
    ['cc-by-sa-4.0', 'gfdl-1.3', 'forbidden'],
    ['gfdl-1.3', 'cc-by-sa-4.0', 'forbidden'],
    ['odbl-1.0', 'cc-by-4.0', 'forbidden'],
    ['odbl-1.0', 'odbl-1.0', 'allowed'],
    ['etalab-2.0', 'cc-by-4.0', 'allowed'],
    ['etalab-2.0', 'cc-by-sa-4.0', 'allowed'],
    ['etalab-2.0', 'odbl-1.0', 'allowed'],
    ['cc-by-4.0', 'etalab-2.0', 'allowed'],
    ['mit', 'cc-by-sa-4.0', 'allowed'],
    ['cc-by-4.0', 'all-rights-reserved', 'allowed'],
    ['cc-by-nc-4.0', 'all-rights-reserved', 'allowed'],
    ['cc-by-nc-4.0', 'gpl-3.0', 'forbidden'],
    ['cc-by-sa-4.0', 'all-rights-reserved', 'forbidden'],
    ['all-rights-reserved', 'all-rights-reserved', 'forbidden'],
    ['unknown', 'cc-by-4.0', 'forbidden'],
  ])('what is made of %s, under %s: %s', (work, out, expected) => {
    expect(adapting(known(work), known(out))).toBe(expected)
  })

  it.each<[string, string, boolean]>([
    ['cc-by-sa-3.0', 'cc-by-sa-4.0', true],
    ['lal-1.3', 'cc-by-sa-4.0', true],
    ['lal-1.3', 'cc-by-sa-3.0', true],
    ['cc-by-sa-4.0', 'gpl-3.0', true],
    ['cc-by-sa-4.0', 'gfdl-1.3', false],
    ['gfdl-1.3', 'gfdl-1.3', true],
    ['cc-by-nc-4.0', 'gpl-3.0', false],
    ['etalab-2.0', 'cc-by-nc-sa-4.0', true],
    ['all-rights-reserved', 'cc-by-4.0', false],
  ])('%s and %s: made into one %s', (one, other, expected) => {
    expect(remixable(known(one), known(other))).toBe(expected)
    expect(remixable(known(other), known(one))).toBe(expected)
  })

  it('the adapter table alone would let CC BY-SA and CC BY-NC through: the chart does not', () => {
    const both = [known('cc-by-sa-4.0'), known('cc-by-nc-4.0')]
    const alone = both.map((work) => adapting(work, known('cc-by-sa-4.0')))
    expect(alone).toEqual(['allowed', 'discouraged'])
    const parts = both.map((work) => ({ licence: work, adapted: true }))
    expect(combining(parts, known('cc-by-sa-4.0'))).toBe('forbidden')
    expect(possibleLicences(parts)).toEqual([])
  })

  it('whole works of any licence stand in a collection, unless one is not for money', () => {
    const whole = (id: string) => ({ licence: known(id), adapted: false })
    const parts = [whole('cc-by-sa-4.0'), whole('cc-by-nd-4.0'), whole('gfdl-1.3')]
    expect(combining(parts, known('cc-by-4.0'))).toBe('allowed')
    expect(combining([...parts, whole('cc-by-nc-4.0')], known('cc-by-4.0'))).toBe('forbidden')
    expect(combining([...parts, whole('cc-by-nc-4.0')], known('cc-by-nc-4.0'))).toBe('allowed')
  })
})

function outcome(pair: string) {
  const works = pair.split('+').map((name) => cc(name))
  const remix = remixable(works[0]!, works[1]!)
  const parts = works.map((work) => ({ licence: work, adapted: true }))
  const found = (wanted: string) =>
    columns.filter((column) => combining(parts, cc(column)) === wanted)
  return { remix, allowed: found('allowed'), discouraged: found('discouraged') }
}

function cc(name: string): Licence {
  if (name === 'PDM') return known('pdm-1.0')
  return known(name === 'PD' || name === 'CC0' ? 'cc0-1.0' : `cc-${name.toLowerCase()}-4.0`)
}

function known(id: string): Licence {
  return licence(id)!
}

import { beforeAll, describe, expect, it } from 'vitest'
import { readBankQuery, withFilter, writeBankQuery } from '#app/services/search/bank-query.ts'
import {
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
} from '#app/services/search/saved-searches.server.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import { mostSlips, slipsBetween } from '#app/services/search/slips.ts'
import { addModule, addTeam, now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { addCorpus, corpusModules } from '#tests/builders/search-corpus.ts'

let place: Workplace

beforeAll(() => {
  place = workplace()
  addCorpus(place)
})

const find = (address: string, at = place) =>
  searchBank(at.bank, {
    ...readBankQuery(new URLSearchParams(address)),
    organisationId: at.organisationId,
  })
const codes = (address: string) => find(address).rows.map(({ code }) => code)
const counted = (address: string, facet: string) =>
  Object.fromEntries(
    find(address)
      .values.filter((each) => each.facet === facet)
      .map(({ value, count }) => [value, count]),
  )
const q = (words: string) => new URLSearchParams({ q: words }).toString()

describe('words', () => {
  it.each([
    '"',
    '""',
    '*',
    'NEAR(a b)',
    'NEAR',
    'AND',
    'OR OR',
    'NOT',
    'title:feu',
    '-feu',
    '^feu',
    '{title}: feu',
    'feu + eau',
    '(feu',
    '\u0000',
    "'; drop table modules; --",
    '\\',
    '_feu',
    '%',
    '🔥',
    '火',
    'ﷺ',
    '\ud800',
    'a'.repeat(10_000),
    'feu '.repeat(2_500),
    '"'.repeat(10_000),
  ])('%j is never an error, in either index', (typed) => {
    for (const full of ['', '&full=1']) expect(find(q(typed) + full).rows).toBeInstanceOf(Array)
  })

  it('operators are words: NEAR and quotes find what the words alone do', () => {
    expect(codes(q('"extincteur"* feu'))).toEqual(codes(q('extincteur feu')))
    expect(find(q('title:extincteur')).relaxed).toBe(true)
  })

  it('accents, ligatures, elision, plural and feminine forms find the same modules', () => {
    expect(codes(`${q('COEUR')}&full=1`)).toEqual(codes(`${q('cœur')}&full=1`))
    expect(codes(q("l'échafaudage"))).toEqual(codes(q('echafaudages')))
    expect(codes(q('auditif'))).toEqual(codes(q('auditives')))
    expect(codes(q('auditif'))).toContain('bruit-travail')
  })

  it('what is being typed finds what begins so', () => {
    for (const typed of ['ext', 'extin', 'extincte', 'extincteu'])
      expect(codes(q(typed))).toContain('choisir-extincteur')
  })

  it('a title counts more than competencies, these more than the rest, the text least', () => {
    const [first] = find(`${q('soudure')}&full=1`).rows
    expect(first!.code).toBe('controle-soudure')
  })

  it('the text is looked through on request only', () => {
    expect(codes(q('lombalgie'))).toEqual([])
    const [row] = find(`${q('lombalgie')}&full=1`).rows
    expect(row).toMatchObject({ code: 'gestes-postures', snippet: { in: 'body' } })
    const found = row!.snippet!.pieces.filter((piece) => piece.found)
    expect(found.map(({ text }) => text)).toEqual(['lombalgies'])
  })

  it('words found are told apart as they were written', () => {
    const [row] = find(q('securite incendie')).rows
    expect(row!.code).toBe('choisir-extincteur')
    expect(row!.snippet!.pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual([
      'incendie',
      'sécurité',
    ])
  })
})

describe('slips', () => {
  it('a word that nobody uses is put right, and the answer says so', () => {
    expect(find(q('extincetur'))).toMatchObject({ corrected: 'extincteur', relaxed: false })
    expect(codes(q('extincetur'))).toContain('choisir-extincteur')
  })

  it('a short word is not, and neither is one that finds something', () => {
    expect(find(q('fue')).corrected).toBeNull()
    expect(find(q('extincteur')).corrected).toBeNull()
  })

  it('where no module has all the words, some are enough, and the answer says so', () => {
    const { relaxed, rows } = find(q('extincteur girafe'))
    expect(relaxed).toBe(true)
    expect(rows[0]!.code).toBe('choisir-extincteur')
  })

  it('a word of another organisation is never proposed', () => {
    const bank = place.bank
    const other = addTeam(bank, 'Ailleurs')
    const moduleId = addModule(bank, other, 'secret')
    const theirs = { bank, moduleId, ...other }
    expect(find(q('postures'), theirs).total).toBe(1)
    expect(find(q('extinctuer'), theirs)).toMatchObject({ corrected: null, total: 0 })
    expect(find('', theirs).total).toBe(1)
    expect(find(`organisation=${place.organisationId}`, theirs).total).toBe(0)
  })

  it('letters added, left out, changed and swapped are counted', () => {
    expect(slipsBetween('feu', 'feux', 2)).toBe(1)
    expect(slipsBetween('amiante', 'aminate', 2)).toBe(1)
    expect(slipsBetween('carelage', 'carrelage', 2)).toBe(1)
    expect(slipsBetween('chat', 'chien', 1)).toBe(2)
    expect([mostSlips('feu'), mostSlips('mains'), mostSlips('amiantes')]).toEqual([0, 1, 2])
  })
})

describe('facets', () => {
  it('count the results in each value, and none of the rest', () => {
    const { total } = find(q('securite'))
    expect(counted(q('securite'), 'language')).toEqual({ fr: total })
    expect(counted('', 'language')).toEqual({ fr: corpusModules().length - 7, en: 8 })
    expect(counted('language=en', 'state')).toEqual({ drafting: 8 })
  })

  it('within one facet, other values are counted as if nothing were chosen in it', () => {
    expect(counted('language=en', 'language')).toEqual(counted('', 'language'))
    expect(find('language=en&language=fr').total).toBe(find('').total)
  })

  it('every one of them has to agree', () => {
    const both = find('language=en&freshness=holds')
    expect(both).toMatchObject({ total: 0, without: { language: 1, freshness: 8 } })
    expect(both.unfiltered).toBe(find('').total)
  })

  it('a value that nothing ever had finds nothing, and is no error', () => {
    expect(find('language=xx').total).toBe(0)
    expect(find('level=%27+or+1%3D1').total).toBe(0)
  })

  it('counts kept by triggers are those that counting gives', () => {
    const kept = find('').values
    const all = ['fr', 'en'].map((language) => `language=${language}`).join('&')
    const made = find(all).values.map((each) => ({ ...each, chosen: false }))
    const sorted = (list: typeof kept) =>
      list
        .filter(({ facet }) => facet !== 'competency')
        .map(({ facet, value, count }) => `${facet} ${value} ${count}`)
        .sort()
    expect(sorted(made)).toEqual(sorted(kept))
  })
})

describe('pages and orders', () => {
  it('pages follow one another without repeating or forgetting anybody', () => {
    const { pages, total } = find('sort=title')
    const all = Array.from({ length: pages }, (_, index) =>
      codes(`sort=title&page=${index + 1}`),
    ).flat()
    expect(new Set(all).size).toBe(total)
  })

  it('titles are sorted without their accents', () => {
    expect(codes('sort=title').slice(0, 2)).toEqual(['accueil-client', 'handicap-emploi'])
  })

  it('an address says all of a search, and reads back as it was', () => {
    const address = 'q=feu&full=1&state=published&language=en&language=fr&sort=title&view=table'
    const query = readBankQuery(new URLSearchParams(address))
    expect(writeBankQuery(query)).toBe(address)
    expect(readBankQuery(new URLSearchParams('page=-1&sort=x&view=y&full=maybe'))).toEqual(
      readBankQuery(new URLSearchParams()),
    )
    expect(writeBankQuery(withFilter(query, 'language', 'en', false))).not.toContain('en&')
  })
})

describe('saved searches', () => {
  it('are their person’s own, in one organisation, under one name each', () => {
    const { bank, organisationId, people } = place
    const key = { personId: people.designer.id, organisationId }
    saveSearch(bank, { ...key, name: 'Feu', query: 'q=feu&page=3&autre=1', now })
    saveSearch(bank, { ...key, name: 'Feu', query: 'q=incendie&state=published', now })
    const [saved, ...others] = listSavedSearches(bank, key)
    expect(saved).toMatchObject({ name: 'Feu', query: 'q=incendie&state=published' })
    expect(others).toEqual([])
    const stranger = { ...key, personId: people.expert.id }
    expect(listSavedSearches(bank, stranger)).toEqual([])
    expect(() => removeSavedSearch(bank, { ...stranger, searchId: saved!.id })).toThrow(
      'search.not-found',
    )
    removeSavedSearch(bank, { ...key, searchId: saved!.id })
    expect(listSavedSearches(bank, key)).toEqual([])
  })

  it('are fifty at most', () => {
    const { bank, organisationId, people } = place
    const key = { personId: people.quality.id, organisationId, query: '', now }
    for (let index = 0; index < 50; index += 1) saveSearch(bank, { ...key, name: `n${index}` })
    expect(() => saveSearch(bank, { ...key, name: 'de trop' })).toThrow('search.too-many')
    saveSearch(bank, { ...key, name: 'n7' })
  })
})

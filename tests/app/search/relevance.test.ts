import { beforeAll, expect, it } from 'vitest'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { matchOf, soughtWords } from '#app/services/search/match.ts'
import { type BankSearch, searchBank } from '#app/services/search/search-bank.server.ts'
import {
  otherStemmings,
  type Stemming,
  stemming,
  tokensOf,
} from '#app/services/search/words.ts'
import { type Workplace, workplace } from '#tests/builders/bank.ts'
import {
  addCorpus,
  type CorpusQuery,
  corpusModules,
  corpusQueries,
} from '#tests/builders/search-corpus.ts'

const queries = corpusQueries()
const modules = corpusModules()
let place: Workplace

beforeAll(() => {
  place = workplace()
  addCorpus(place)
})

/** Codes found, the best first. */
type Search = (query: CorpusQuery) => string[]

it('people find what they expect among the first, and the search as it is beats simpler ones', () => {
  const figures = {
    'as it is': measure(asItIs),
    'French and English stems': measure(stemmedBy(stemming)),
    'French stems': measure(stemmedBy(otherStemmings.french)),
    'no stems': measure(stemmedBy(otherStemmings.none)),
  }
  console.log(table(figures))
  expect(figures['as it is'].recall).toBeGreaterThanOrEqual(0.97)
  expect(figures['as it is'].mrr).toBeGreaterThanOrEqual(0.93)
  expect(figures['as it is'].recall).toBeGreaterThan(figures['French and English stems'].recall)
  expect(figures['French and English stems'].recall).toBeGreaterThan(figures['no stems'].recall)
})

it('the 200 queries are ours, and name modules that exist', () => {
  const codes = new Set(modules.map(({ code }) => code))
  expect(queries.length).toBeGreaterThanOrEqual(200)
  expect(new Set(queries.map(({ typed }) => typed)).size).toBe(queries.length)
  expect(
    queries.flatMap(({ expected }) => expected).filter((code) => !codes.has(code)),
  ).toEqual([])
})

const asItIs: Search = ({ typed, full }) => {
  const search: BankSearch = {
    ...readBankQuery(new URLSearchParams({ q: typed })),
    full,
    organisationId: place.organisationId,
  }
  return searchBank(place.bank, search).rows.map(({ code }) => code)
}

/** A plain FTS5 table of the same columns and weights, with nothing of ours but its tokens. */
function stemmedBy(way: Stemming): Search {
  const { $client } = place.bank
  const name = `plain_${Object.values({ ...otherStemmings, both: stemming }).indexOf(way)}`
  $client.exec(`create virtual table ${name} using fts5(code unindexed, title, competencies,
    summary, body, tokenize="unicode61 remove_diacritics 2 tokenchars '_'")`)
  const add = $client.prepare(`insert into ${name} values (?, ?, ?, ?, ?)`)
  for (const { code, language, title, objective, keywords, competency, body } of modules) {
    const texts = [title, competency, `${objective} ${keywords.join(' ')}`, body]
    add.run(code, ...texts.map((text) => tokensOf(text, language, way)))
  }
  return ({ typed, full }) => {
    const words = soughtWords(typed)
    const columns = full ? '' : '{title competencies summary}: '
    const match = `${columns}(${matchOf(words, { way, typing: way !== otherStemmings.none })})`
    return $client
      .prepare(`select code from ${name} where ${name} match ?
        order by bm25(${name}, 0, 10, 5, 3, 1) limit 20`)
      .pluck()
      .all(match) as string[]
  }
}

type Figures = ReturnType<typeof measure>

function measure(search: Search) {
  const each = queries.map((query) => {
    const found = search(query)
    const { expected } = query
    const right = (codes: string[]) => codes.filter((code) => expected.includes(code)).length
    const first = found.findIndex((code) => expected.includes(code))
    return {
      ...{ query, found },
      recall: right(found.slice(0, 20)) / expected.length,
      precision: found.length === 0 ? 0 : right(found.slice(0, 5)) / Math.min(5, found.length),
      reciprocal: first < 0 ? 0 : 1 / (first + 1),
    }
  })
  const mean = (of: (one: (typeof each)[number]) => number) =>
    each.reduce((sum, one) => sum + of(one), 0) / each.length
  return {
    recall: mean(({ recall }) => recall),
    precision: mean(({ precision }) => precision),
    mrr: mean(({ reciprocal }) => reciprocal),
    missed: each.filter(({ recall }) => recall < 1).map(({ query }) => query.typed),
  }
}

function table(figures: Record<string, Figures>): string {
  const head = `${`of ${queries.length} queries`.padEnd(28)}recall@20  precision@5  MRR`
  const rows = Object.entries(figures).map(([name, { recall, precision, mrr }]) =>
    [
      name.padEnd(28),
      recall.toFixed(3).padEnd(10),
      precision.toFixed(3).padEnd(12),
      mrr.toFixed(3),
    ].join(' '),
  )
  const missed = Object.entries(figures).map(
    ([name, figure]) => `${name}: not all found for ${figure.missed.join(' ; ')}`,
  )
  return [head, ...rows, ...missed].join('\n')
}

import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import type { Bank } from '#app/db/client.server.ts'
import { organisations, searchRecords } from '#app/db/schema/bank/index.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { dayAfter } from '#app/services/guarantees/days.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { countWaiting, indexSome, reindexAll } from '#app/services/search/reindex.server.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import {
  addModule,
  answer,
  approve,
  ask,
  draftOf,
  guarantee,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

const words = ['soudure', 'œuvre', 'L’écart', 'sécurité', 'welding', 'CO₂', '½ tour']

/** What people do that the index has to follow. */
const deeds: Record<string, (place: Workplace, word: string) => unknown> = {
  write: (at, word) => save(at, { document: lesson(`On parle de ${word} ici.`) }),
  rename: (at, word) => save(at, { facts: { ...draftOf(at).facts, title: `Titre ${word}` } }),
  describe: (at, word) =>
    save(at, {
      facts: {
        ...draftOf(at).facts,
        keywords: [word],
        minutes: 3 + word.length,
        language: 'en',
      },
    }),
  tie: (at, word) => save(at, { alignments: [tie(word)] }),
  ask: (at) => ask(at),
  refuse: (at) => answer(at, ask(at), 'changes-asked'),
  approve: (at) => approve(at),
  publish: (at) => publish(at),
  guarantee: (at, word) => guarantee(at, 'content', dayAfter(now, 5 * word.length)),
  export: (at) =>
    requestExport(at.bank, {
      ...keyOf(at),
      ...{
        format: 'web',
        language: 'fr',
        traces: false,
        personId: at.people.publisher.id,
        now,
      },
    }),
}

it('after any edits, the index is what indexing everything again would make it', () => {
  const deed = fc.tuple(fc.constantFrom(...Object.keys(deeds)), fc.constantFrom(...words))
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 12 }), (list) => {
      const here = workplace()
      const other = { ...here, moduleId: addModule(here.bank, teamOf(here), 'un-autre') }
      for (const [index, [name, word]] of list.entries()) {
        attempt(() => deeds[name]!(index % 3 === 2 ? other : here, word))
      }
      const kept = dump(here.bank)
      reindexAll(here.bank, now)
      expect(dump(here.bank)).toEqual(kept)
      here.bank.$client.close()
    }),
    { numRuns: 12 },
  )
})

/** Deeds that are refused in some order, such as publishing twice, leave everything as it was. */
function attempt(deed: () => unknown): void {
  try {
    deed()
  } catch (error) {
    expect(error).toHaveProperty('code')
  }
}

function teamOf({ organisationId, people }: Workplace) {
  return { organisationId, people }
}

function tie(word: string) {
  return {
    ...{ competencyId: word, label: `Savoir ${word}`, role: 'teaches' as const },
    ...{ frameworkCode: 'RNCP1', competencyBlockCode: 'RNCP1BC01' },
  }
}

/** Everything that the search knows, the words of both indexes by row and column included. */
function dump({ $client }: Bank) {
  for (const name of ['light', 'full']) {
    $client.exec(`create virtual table if not exists temp.${name}_tokens
      using fts5vocab(main, 'search_${name}', 'instance')`)
  }
  const all = (query: string) => $client.prepare(query).raw().all() as unknown[][]
  return {
    records: all('select * from search_records order by id'),
    texts: all('select * from search_texts order by id'),
    counts: all('select * from search_counts where count > 0 order by scope, termId'),
    light: all('select doc, col, term, count(*) from light_tokens group by 1, 2, 3'),
    full: all('select doc, col, term, count(*) from full_tokens group by 1, 2, 3'),
  }
}

it('modules of before the search are indexed in the background, a few at a time', () => {
  const { bank } = place
  addModule(bank, teamOf(place), 'deux')
  const kept = dump(bank)
  bank.delete(searchRecords).run()
  expect(dump(bank)).toMatchObject({ counts: [], light: [], full: [] })
  expect(countWaiting(bank)).toBe(2)
  expect([indexSome(bank, now, 1), indexSome(bank, now, 1), indexSome(bank, now, 1)]).toEqual([
    1, 1, 0,
  ])
  const again = dump(bank)
  expect(again.counts).toEqual(kept.counts)
  // In which order they come is of no matter: their numbers may be others.
  const inWords = ({ full }: typeof kept) => full.map(([, ...rest]) => rest.join(' ')).sort()
  expect(inWords(again)).toEqual(inWords(kept))
})

it('freshness changes by itself on the day a guarantee starts to end, and when it has', () => {
  const freshness = () =>
    searchBank(place.bank, { ...readBankQuery(new URLSearchParams()), ...place })
      .values.filter(({ facet }) => facet === 'freshness')
      .map(({ value, count }) => [value, count])
  const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
  expect(freshness()).toEqual([['holds', 1]])
  expect(indexSome(place.bank, later(304))).toBe(0)
  expect(indexSome(place.bank, later(306))).toBe(1)
  expect(freshness()).toEqual([['ending', 1]])
  expect(indexSome(place.bank, later(366))).toBe(1)
  expect(freshness()).toEqual([['ended', 1]])
  expect(indexSome(place.bank, later(9999))).toBe(0)
})

it('an organisation that goes takes its modules out of the index', () => {
  const { bank } = place
  bank.$client.exec('pragma foreign_keys = off; delete from drafts; delete from guarantees')
  bank.$client.pragma('foreign_keys = on')
  bank.$client.exec('delete from modules')
  expect(bank.select().from(organisations).all()).toHaveLength(1)
  expect(dump(bank)).toEqual({ records: [], texts: [], counts: [], light: [], full: [] })
})

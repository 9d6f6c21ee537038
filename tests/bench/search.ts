import { readBankQuery } from '#app/services/search/bank-query.ts'
import { nameValues } from '#app/services/search/labels.server.ts'
import { matchOf, soughtWords } from '#app/services/search/match.ts'
import { searchBank } from '#app/services/search/search-bank.server.ts'
import { median } from './in-turn.ts'
import { atMost, beside, type Measure } from './measure.ts'
import { type Invented, inventBank } from './search-bank.ts'

const [large, small] = [100_000, 1_000]
const queries = 200

/**
 * What the page of the bank asks of SQLite, with 100 000 modules: a search, against bare FTS5 that
 * ranks the same words; and the first page, against that of a bank of 1 000.
 */
export async function benchSearch(): Promise<Measure[]> {
  const bank = inventBank(large)
  const few = inventBank(small)
  try {
    return [...searches(bank), firstPage(bank, few)]
  } finally {
    bank.discard()
    few.discard()
  }
}

/** One or two words, the last as far as it is typed; every third is narrowed down by two facets. */
function typedQueries({ word, random }: Invented): string[] {
  return Array.from({ length: queries }, (_, index) => {
    const begun = word().slice(0, 3 + Math.floor(random() * 4))
    const q = index % 2 === 0 ? begun : `${word()} ${begun}`
    const filters = index % 3 === 0 ? { level: 'beginner', language: 'fr' } : {}
    return new URLSearchParams({ q, ...filters }).toString()
  })
}

function searches(invented: Invented): Measure[] {
  const { bank } = invented
  const bare = bank.$client
    .prepare('select rowid from search_light where search_light match ? order by rank limit 20')
    .pluck()
  const times = { ours: [] as number[], bare: [] as number[], plain: [] as number[] }
  for (const address of typedQueries(invented)) {
    const { q } = readBankQuery(new URLSearchParams(address))
    const words = soughtWords(q)
    const match = matchOf(words)
    const plain = words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`)
    for (let round = 0; round < 3; round += 1) {
      times.ours.push(timed(() => page(invented, address)))
      times.bare.push(timed(() => bare.all(match)))
      times.plain.push(timed(() => bare.all(plain.join(' '))))
    }
  }
  const [ours, limit] = [at95(times.ours), at95(times.bare)]
  return [
    atMost(1.5, {
      ...{ name: 'search page among 100 000 modules, p95', unit: 'ms', ours, limit },
      note: 'limit: bare FTS5, ranked top 20, the same words in all their forms',
    }),
    beside({
      ...{ name: 'search page, median', unit: 'ms', ours: median(times.ours) },
      limit: median(times.bare),
    }),
    beside({
      ...{ name: 'search page beside FTS5 without other forms, p95', unit: 'ms', ours },
      ...{ limit: at95(times.plain), note: 'words as typed only: fewer modules are found' },
    }),
  ]
}

/** In turn, so that what else the machine does falls on both. */
function firstPage(many: Invented, few: Invented): Measure {
  const times = { ours: [] as number[], limit: [] as number[] }
  for (let round = 0; round < 60; round += 1) {
    times.ours.push(timed(() => page(many, '')))
    times.limit.push(timed(() => page(few, '')))
  }
  return atMost(1.2, {
    ...{ name: 'first page of 100 000 modules', unit: 'ms', ours: median(times.ours) },
    ...{ limit: median(times.limit), note: 'limit: the first page of 1 000' },
  })
}

/** All that the loader reads for the page. */
function page({ bank, team: { organisationId } }: Invented, address: string) {
  const query = readBankQuery(new URLSearchParams(address))
  const { values, ...found } = searchBank(bank, { ...query, organisationId })
  return { ...found, values: nameValues(bank, values, { organisationId }) }
}

function timed(action: () => unknown): number {
  const started = performance.now()
  action()
  return performance.now() - started
}

function at95(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

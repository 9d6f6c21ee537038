import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { tokensOf } from '#app/services/search/words.ts'
import { addTeam, type Team } from '#tests/builders/bank.ts'

/** Words of the invented language: as many as a bank of vocational modules has. */
const vocabulary = 30_000
const syllables =
  'ba te ri mo lu sa ne co di pra vin ter gon fel mar sti quo eur ion age'.split(' ')

export type Invented = {
  bank: Bank
  team: Team
  /** A word as often as texts have it: a few are everywhere, most are rare. */
  word: () => string
  random: () => number
  discard: () => void
}

/** A bank in a folder of its own, with so many modules as the search knows them. */
export function inventBank(modules: number): Invented {
  const folder = mkdtempSync(join(tmpdir(), 'grain-search-'))
  const bank = openBank(join(folder, 'bank.sqlite'))
  bank.$client.pragma('synchronous = OFF')
  const team = addTeam(bank)
  const random = chance(1)
  const word = zipf(random)
  bank.$client.transaction(() => fill(bank, team, { modules, word, random }))()
  return {
    ...{ bank, team, word, random },
    discard: () => {
      bank.$client.close()
      rmSync(folder, { recursive: true })
    },
  }
}

type Filling = { modules: number; word: () => string; random: () => number }

/** Rows as `indexModule` writes them; making the modules themselves would take an hour. */
function fill(bank: Bank, team: Team, { modules, word, random }: Filling): void {
  const db = bank.$client
  const { organisationId, people } = team
  const addModule = db.prepare('insert into modules values (?, ?, ?, ?, ?)')
  const addRecord = db.prepare(`insert into search_records (id, moduleId, scope, format, terms,
    state, edition, titleKey, minutes, createdAt, savedAt, publishedAt, staleOn)
    values (?, ?, ?, 1, ?, 'drafting', null, ?, ?, ?, ?, null, null)`)
  const addText = db.prepare('insert into search_texts values (?, ?, ?, ?, ?, ?, ?, ?)')
  const addLight = db.prepare(
    'insert into search_light (rowid, title, competencies, summary) values (?, ?, ?, ?)',
  )
  const terms = inventTerms(db, team, modules)
  const words = (count: number) => Array.from({ length: count }, word).join(' ')
  for (let id = 1; id <= modules; id += 1) {
    const moduleId = `m${id}`
    const [title, competencies, summary] = [words(6), words(12), words(28)]
    const [first, rest] = [words(10), words(18)]
    const minutes = 5 + Math.floor(random() * 30)
    const chosen = terms.map((ids) => ids[Math.floor(random() ** 2 * ids.length)]!)
    const sorted = [...new Set(chosen)].sort((a, b) => a - b)
    addModule.run(moduleId, organisationId, moduleId, people.designer.id, id)
    addRecord.run(id, moduleId, organisationId, `,${sorted.join(',')},`, title, minutes, id, id)
    addText.run(id, moduleId, title, first, rest, '', competencies, '')
    const columns = [title, competencies, summary].map((text) => tokensOf(text, 'fr'))
    addLight.run(id, ...columns)
  }
}

/** Values of the facets: three competencies a module, as many in all as a bank of that size has. */
function inventTerms(db: Bank['$client'], { organisationId, people }: Team, modules: number) {
  const add = db.prepare('insert into search_terms (facet, value) values (?, ?)')
  const facet = (name: string, values: string[]) =>
    values.map((value) => Number(add.run(name, value).lastInsertRowid))
  const many = (name: string, count: number) =>
    facet(
      name,
      Array.from({ length: count }, (_, index) => `${name} ${index}`),
    )
  const competencies = many('competency', Math.max(40, modules / 25))
  return [
    ...[competencies, competencies, competencies, many('block', Math.max(10, modules / 100))],
    ...[facet('role', ['teaches', 'practises', 'assesses'])],
    facet('state', ['published', 'drafting', 'under-review', 'approved', 'redrafted']),
    many('element', 40),
    facet('modality', ['self-paced', 'tutored', 'blended']),
    facet('level', ['beginner', 'discovery', 'intermediate', 'advanced']),
    facet('duration', ['5', '10', '15', '30', 'more']),
    facet('language', ['fr', 'en', 'de', 'es']),
    facet('licence', ['cc-by-4.0', 'cc-by-sa-4.0', 'cc-by-nc-4.0', 'all-rights-reserved']),
    facet('allows', ['share', 'adapt', 'commercial']),
    facet('freshness', ['holds', 'ending', 'ended', 'missing']),
    facet('use', ['unused', 'used']),
    facet('guarantor', [people.expert.id, people.designer.id]),
    facet('organisation', [organisationId]),
  ]
}

function zipf(random: () => number): () => string {
  const words = Array.from({ length: vocabulary }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables, random)).join(
      '',
    ),
  )
  const sums: number[] = []
  let sum = 0
  for (let rank = 0; rank < vocabulary; rank += 1) {
    sum += 1 / (rank + 3)
    sums.push(sum)
  }
  return () => words[firstAbove(sums, random() * sum)]!
}

function firstAbove(sums: readonly number[], value: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)]!
}

/** The same numbers each time: a linear congruence with the constants of POSIX. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

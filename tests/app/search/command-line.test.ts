import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { searchRecords } from '#app/db/schema/bank/index.ts'
import { searchModules } from '#app/services/modules/search-modules.server.ts'
import { type Workplace, workplace } from '#tests/builders/bank.ts'
import { grain } from '#tests/builders/command-line.ts'
import { openFolder } from '#tests/builders/instance.ts'
import { addCorpus, corpusModules } from '#tests/builders/search-corpus.ts'

const some = ['choisir-extincteur', 'gestes-postures', 'food-hygiene', 'hygiene-haccp']
let place: Workplace
let folder: string

beforeAll(() => {
  const { bank, settings } = openFolder()
  folder = settings.dataDir
  place = workplace(bank)
  addCorpus(
    place,
    corpusModules().filter(({ code }) => some.includes(code)),
  )
})
afterAll(() => {
  place.bank.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

it('finds modules as the page does, in plain lines or for programs', async () => {
  const plain = await grain(folder, 'search', 'extinctuers')
  expect(plain).toEqual({
    code: 0,
    out: 'choisir-extincteur\tChoisir un extincteur\tdrafting\t-\n',
    err: 'Results for "extincteur".\n',
  })
  const json = await grain(folder, 'search', 'hygiène', '--language', 'en,fr', '--json')
  expect(JSON.parse(json.out)).toMatchObject({ total: 2, stopped: false, corrected: null })
  const text = await grain(folder, 'search', 'lombalgie', '--full')
  expect(text.out).toContain('gestes-postures')
})

it('refuses to look for nothing, and words beside --reindex', async () => {
  expect((await grain(folder, 'search')).code).toBe(2)
  expect((await grain(folder, 'search', 'feu', '--reindex')).code).toBe(2)
})

it('makes the index again, and knows modules that it did not know', async () => {
  place.bank.delete(searchRecords).run()
  const found = await grain(folder, 'search', 'extincteur')
  expect(found.out).toContain('choisir-extincteur')
  expect(await grain(folder, 'search', '--reindex')).toMatchObject({
    code: 0,
    out: '5 modules indexed.\n',
  })
})

it('programs find exactly what they ask for: nothing is put right or left out for them', () => {
  const find = (words: string, more = {}) =>
    searchModules(place.bank, { ...place, words, ...more }).map(({ code }) => code)
  expect(find('extinctuer')).toEqual([])
  expect(find('extincteur girafe')).toEqual([])
  expect(find('EXTINCTEURS choisir')).toEqual(['choisir-extincteur'])
  expect(find('lombalgies', { full: true })).toEqual(['gestes-postures'])
  expect(find('', { filters: { language: ['en'] } })).toEqual(['food-hygiene'])
  expect(find('', { state: 'published' })).toEqual([])
})

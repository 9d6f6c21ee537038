import { instance } from '#app/db/instance.server.ts'
import { facetNames } from '#app/services/search/facets.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { type Given, print, printJson, UsageError, type Verb } from '../verb.ts'

/** An organisation has its own option, which names it as people do. */
const filterNames = facetNames.filter((name) => name !== 'organisation')
const filterOptions = Object.fromEntries(
  filterNames.map((name) => [name, { type: 'string' } as const]),
)

export const search: Verb = {
  name: 'search',
  usage: `<words> [--full] ${filterNames.map((name) => `[--${name} <value>]`).join(' ')} [--json] | --reindex`,
  summary: 'Finds modules as the page does, the best first; --full looks in their text too.',
  options: {
    ...organisationOption,
    ...filterOptions,
    full: { type: 'boolean' },
    reindex: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: 'any',
  async run(given) {
    if (given.options.reindex) return reindex(given)
    const { words, options } = given
    const filters = filterNames.filter((name) => options[name] !== undefined)
    if (words.length === 0 && filters.length === 0)
      throw new UsageError('"search" takes words, or what narrows modules down')
    const page = await find(given)
    const rows = page.rows.map(({ code, title, state, edition }) => ({
      ...{ code, title: title.map(({ text }) => text).join(''), state, edition },
    }))
    if (options.json) {
      const { total, stopped, corrected, relaxed } = page
      return printJson({ total, stopped, corrected, relaxed, modules: rows })
    }
    if (page.corrected) process.stderr.write(`Results for "${page.corrected}".\n`)
    for (const { code, title, state, edition } of rows)
      print([code, title, state, edition ?? '-'].join('\t'))
  },
}

async function find({ words, options }: Given) {
  const { readBankQuery } = await import('#app/services/search/bank-query.ts')
  const { searchBank } = await import('#app/services/search/search-bank.server.ts')
  const { bringUpToDate } = await import('#app/services/search/reindex.server.ts')
  const { bank } = instance()
  const organisationId = chosenOrganisation(bank, options.organisation)
  bringUpToDate(bank, new Date())
  const address = new URLSearchParams({
    q: words.join(' '),
    full: String(options.full === true),
  })
  for (const name of filterNames) {
    for (const value of String(options[name] ?? '').split(',')) {
      if (value) address.append(name, value)
    }
  }
  return searchBank(bank, { ...readBankQuery(address), organisationId })
}

async function reindex({ words }: Given): Promise<void> {
  if (words.length > 0) throw new UsageError('--reindex takes no words')
  const { reindexAll } = await import('#app/services/search/reindex.server.ts')
  print(`${reindexAll(instance().bank, new Date())} modules indexed.`)
}

import {
  findDraft,
  findRevision,
  listEditions,
} from '#app/services/modules/find-module.server.ts'
import { listModules, type ModuleSummary } from '#app/services/modules/list-modules.server.ts'
import { searchModules } from '#app/services/modules/search-modules.server.ts'
import type { Filters } from '#app/services/search/bank-query.ts'
import { endpoint } from '../endpoint.ts'
import { ModulePage, ModulePath, ModuleQuery, ModuleWithEditions, Nothing } from '../schemas.ts'

export const modules = endpoint({
  method: 'get',
  path: '/modules',
  operationId: 'listModules',
  summary: 'The modules that some words name, the best first; all, the last saved first',
  needs: 'module:read',
  parameters: Nothing,
  query: ModuleQuery,
  body: null,
  cost: 1,
  answers: { 200: { description: 'One page of them', schema: ModulePage } },
  answer: ({ here, caller, query: { query, full, state, page, perPage, ...facets } }) => {
    const { organisationId } = caller
    const found = searchModules(here.bank, {
      ...{ organisationId, words: query, full, state, filters: filtersOf(facets) },
    })
    const shown = found.slice((page - 1) * perPage, page * perPage)
    return {
      status: 200,
      body: { total: found.length, page, perPage, modules: shown.map(moduleSaid) },
    }
  },
})

export const module = endpoint({
  method: 'get',
  path: '/modules/{code}',
  operationId: 'readModule',
  summary: 'One module, with the editions that were published of it',
  needs: 'module:read',
  parameters: ModulePath,
  query: Nothing,
  body: null,
  cost: 1,
  answers: { 200: { description: 'The module', schema: ModuleWithEditions } },
  answer: ({ here, caller, path }) => {
    const { bank } = here
    const { organisationId } = caller
    const { moduleId } = findDraft(bank, { moduleId: path.code, organisationId })
    const [summary] = listModules(bank, organisationId, (each) => each.moduleId === moduleId)
    const editions = listEditions(bank, moduleId).map((each) => ({
      edition: `${each.major}.${each.minor}`,
      publishedAt: instant(each.publishedAt),
      note: each.note,
      digest: findRevision(bank, each.revisionId).digest,
    }))
    return { status: 200, body: { ...moduleSaid(summary!), editions } }
  },
})

function filtersOf(facets: Record<string, string | undefined>): Filters {
  const given = Object.entries(facets).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([name, value]) => [name, [value]]))
}

function moduleSaid(summary: ModuleSummary) {
  const { code, title, objective, minutes, author, state, edition, savedAt } = summary
  return { code, title, objective, minutes, author, state, edition, savedAt: instant(savedAt) }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

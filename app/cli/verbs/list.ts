import { instance } from '#app/db/instance.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { readOwnOrganisation } from '#app/services/accounts/own-organisation.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { print, printJson, type Verb } from '../verb.ts'

export const list: Verb = {
  name: 'list',
  usage: '[--json]',
  summary: 'Lists the modules: code, title, state, edition.',
  options: { json: { type: 'boolean' } },
  words: 0,
  run({ options }) {
    const { bank } = instance()
    const own = readOwnOrganisation(bank)
    const modules = findOrganisations(bank)
      .filter(({ id }) => own === null || id === own)
      .flatMap(({ id }) => listModules(bank, id))
      .map(({ code, title, state, edition }) => ({ code, title, state, edition }))
    if (options.json) return printJson(modules)
    for (const { code, title, state, edition } of modules) {
      print([code, title, state, edition ?? '-'].join('\t'))
    }
  },
}

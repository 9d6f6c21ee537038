import { createReadStream, existsSync } from 'node:fs'
import { instance } from '#app/db/instance.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { print, Refused, type Verb } from '../verb.ts'

export const importFramework: Verb = {
  name: 'import-framework',
  usage: '<file> [--organisation <name>]',
  summary: 'Imports the entries in an RNCP file (XML V4.1), all or none.',
  options: organisationOption,
  words: 1,
  async run({ words: [path = ''], options }) {
    if (!existsSync(path)) throw new Refused(`${path}: no such file.`)
    const { importFramework: importFile } = await import(
      '#app/services/competencies/import-framework.server.ts'
    )
    const { bank } = instance()
    const codes = await importFile(bank, {
      file: createReadStream(path),
      organisationId: chosenOrganisation(bank, options.organisation),
      now: new Date(),
    })
    print(`${codes.length} entries: ${codes.join(', ')}`)
  },
}

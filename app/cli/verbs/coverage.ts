import { instance } from '#app/db/instance.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { print, printJson, UsageError, type Verb } from '../verb.ts'
import { frameworkNamed } from './framework.ts'

export const coverage: Verb = {
  name: 'coverage',
  usage: '<framework> [--published] [--csv|--json]',
  summary:
    'Crosses the competencies of a framework with the modules, and names what is missing.',
  options: {
    ...organisationOption,
    published: { type: 'boolean' },
    csv: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: 1,
  async run({ words: [named = ''], options }) {
    if (options.csv && options.json) throw new UsageError('--csv or --json, not both')
    const { countFindings, modulesBy } = await import(
      '#app/services/competencies/coverage/coverage.ts'
    )
    const { readCoverage } = await import(
      '#app/services/competencies/coverage/read-coverage.server.ts'
    )
    const { bank } = instance()
    const organisationId = chosenOrganisation(bank, options.organisation)
    const frameworkId = frameworkNamed(bank, { named, organisationId })
    const show = options.published ? 'published' : 'drafts'
    const read = readCoverage(bank, { frameworkId, organisationId, show })
    if (options.json) return printJson({ ...read, counts: countFindings(read.rows) })
    if (options.csv) {
      const { coverageCsv } = await import('#app/http/coverage-csv.server.ts')
      process.stdout.write(coverageCsv(read, 'en').text)
      return
    }
    for (const { label, ties, findings } of read.rows) {
      const done = (['teaches', 'practises', 'assesses'] as const).map((role) =>
        modulesBy(ties, role),
      )
      print([label, ...done, findings.join(',') || '-'].join('\t'))
    }
  },
}

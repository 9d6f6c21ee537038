import { existsSync } from 'node:fs'
import type { Bank } from '#app/db/client.server.ts'
import { instance } from '#app/db/instance.server.ts'
import { listFrameworks } from '#app/services/competencies/read-frameworks.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { type Given, print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const framework: Verb = {
  name: 'framework',
  usage: 'import <file> [--entry RNCP40792] | list | export <code> --case [--json]',
  summary: 'Brings frameworks in (all or none), lists them, or writes one as CASE 1.1.',
  options: {
    ...organisationOption,
    entry: { type: 'string' },
    case: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  words: 'any',
  async run(given) {
    const [what, named, ...rest] = given.words
    if (what === 'list' && !named) return list(given)
    if (what === 'import' && named && rest.length === 0) return importFile(named, given)
    if (what === 'export' && named && rest.length === 0) return exportCase(named, given)
    throw new UsageError('say "import <file>", "list" or "export <code> --case"')
  },
}

async function importFile(path: string, { options }: Given): Promise<void> {
  if (!existsSync(path)) throw new Refused(`${path}: no such file.`)
  const { importFrameworkFile } = await import(
    '#app/services/competencies/import-framework.server.ts'
  )
  const { bank } = instance()
  const entry = typeof options.entry === 'string' ? { entries: options.entry.split(',') } : {}
  const organisationId = chosenOrganisation(bank, options.organisation)
  const by = { organisationId, now: new Date() }
  const imported = await importFrameworkFile(bank, { path, ...entry, ...by })
  if (options.json) return printJson({ imported })
  print(`${imported.length} imported: ${imported.join(', ')}`)
}

function list({ options }: Given): void {
  const { bank } = instance()
  const organisationId = chosenOrganisation(bank, options.organisation)
  const found = listFrameworks(bank, organisationId).map(
    ({ code, kind, title, active, validUntil }) => ({ code, kind, title, active, validUntil }),
  )
  if (options.json) printJson(found)
  else
    for (const { code, kind, title, active, validUntil } of found)
      print([code, kind, active ? 'active' : 'inactive', validUntil ?? '-', title].join('\t'))
}

async function exportCase(named: string, { options }: Given): Promise<void> {
  if (!options.case) throw new UsageError('say in which format: --case')
  const { writeCase } = await import('#app/services/competencies/case/write-case.ts')
  const { readFramework } = await import('#app/services/competencies/read-frameworks.server.ts')
  const { bank, iriBase } = instance()
  const organisationId = chosenOrganisation(bank, options.organisation)
  const frameworkId = frameworkNamed(bank, { named, organisationId })
  printJson(writeCase(readFramework(bank, { frameworkId, organisationId }), iriBase))
}

/** By its code or its id; the service refuses what is neither. */
export function frameworkNamed(
  bank: Bank,
  { named, organisationId }: { named: string; organisationId: string },
): string {
  const known = listFrameworks(bank, organisationId)
  return known.find(({ code }) => code === named)?.id ?? named
}

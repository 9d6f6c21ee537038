import { existsSync } from 'node:fs'
import type { Bank } from '#app/db/client.server.ts'
import { instance } from '#app/db/instance.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import type { ArchiveReport } from '#app/services/archive/compare.server.ts'
import { chosenOrganisation, organisationOption } from '../organisation.ts'
import { type Given, print, printJson, Refused, UsageError, type Verb } from '../verb.ts'

export const archive: Verb = {
  name: 'archive',
  usage:
    'export <file> [--modules a,b] | import <file> [--dry-run] [--replace a,b] [--as name]',
  summary: 'Hands modules with their history over to another bank, or takes them in.',
  options: {
    ...organisationOption,
    modules: { type: 'string' },
    'dry-run': { type: 'boolean' },
    replace: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: 'any',
  async run(given) {
    const [what, path, ...rest] = given.words
    if (what === 'export' && path && rest.length === 0) return exportTo(path, given)
    if (what === 'import' && path && rest.length === 0) return importFrom(path, given)
    throw new UsageError('say "export <file>" or "import <file>"')
  },
}

async function exportTo(path: string, { options }: Given): Promise<void> {
  const { writeArchive } = await import('#app/services/archive/write-archive.server.ts')
  const { listArchivable } = await import('#app/services/archive/list-archivable.server.ts')
  if (existsSync(path)) throw new Refused(`${path} is there already.`)
  const here = instance()
  const organisationId = chosenOrganisation(here.bank, options.organisation)
  const { name } = findOrganisations(here.bank).find(({ id }) => id === organisationId)!
  const chosen = listed(options.modules)
  const moduleIds =
    chosen ?? listArchivable(here.bank, organisationId).map((module) => module.id)
  if (moduleIds.length === 0) throw new Refused('There is no module to export.')
  const wanted = { organisationId, organisationName: name, moduleIds, now: new Date() }
  const { bytes, files } = await writeArchive(here, wanted, path)
  if (options.json) printJson({ path, modules: moduleIds.length, files, bytes })
  else print(`${path}: ${moduleIds.length} modules, ${files} files, ${bytes} bytes`)
}

async function importFrom(path: string, { options }: Given): Promise<void> {
  if (!existsSync(path)) throw new Refused(`${path}: no such file.`)
  const { withArchive } = await import('#app/services/archive/read-archive.server.ts')
  const { compareArchive } = await import('#app/services/archive/compare.server.ts')
  const { importArchive } = await import('#app/services/archive/import-archive.server.ts')
  const { bank, settings } = instance()
  const { dataDir } = settings
  const organisationId = chosenOrganisation(bank, options.organisation)
  const report = await withArchive(dataDir, path, async (read) => {
    if (options['dry-run']) return compareArchive(bank, read, organisationId)
    const replacing = replacingIn(
      compareArchive(bank, read, organisationId),
      listed(options.replace) ?? [],
    )
    const personId = importer(bank, organisationId, options.as)
    const by = { organisationId, personId, now: new Date() }
    return importArchive({ bank, dataDir }, read, { ...by, replacing })
  })
  if (options.json) return printJson(report)
  for (const { state, code, renamed, title } of report.modules)
    print([state, renamed ?? code, title].join('\t'))
}

function listed(option: string | boolean | undefined): string[] | null {
  return typeof option === 'string' ? option.split(',').filter(Boolean) : null
}

/** By their codes. */
function replacingIn({ modules }: ArchiveReport, codes: string[]): Set<string> {
  const strange = codes.find((code) => !modules.some((each) => each.code === code))
  if (strange) throw new Refused(`"${strange}" is not in the archive.`)
  return new Set(
    modules.filter(({ code }) => codes.includes(code)).map(({ originId }) => originId),
  )
}

/** Who brings it in: the audit trail names somebody. */
function importer(
  bank: Bank,
  organisationId: string,
  named: string | boolean | undefined,
): string {
  const administrators = listMembers(bank, { organisationId, role: 'administrator' })
  const found = administrators.find(({ name }) => named === undefined || name === named)
  if (!found) throw new Refused('Say with --as which administrator brings it in.')
  return found.id
}

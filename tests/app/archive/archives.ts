import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Instance } from '#app/db/instance.server.ts'
import { organisations } from '#app/db/schema/bank/index.ts'
import { seedWhenEmpty } from '#app/db/seed/seed-bank.server.ts'
import { compareArchive } from '#app/services/archive/compare.server.ts'
import { importArchive } from '#app/services/archive/import-archive.server.ts'
import { withArchive } from '#app/services/archive/read-archive.server.ts'
import { writeArchive } from '#app/services/archive/write-archive.server.ts'
import { listModules } from '#app/services/modules/list-modules.server.ts'
import { now } from '#tests/builders/bank.ts'
import { openFolder } from '#tests/builders/instance.ts'
import { rewritten, saved, temporaryFolder, unzip } from '#tests/builders/zip.ts'

/** An installation with the sample bank. */
export async function sampleInstance(): Promise<Instance> {
  const here = openFolder()
  await seedWhenEmpty(here)
  return here
}

/** Everything of an organisation in one zip, the modules in the order of their codes; or some of it. */
export async function exported(
  here: Instance,
  organisationId = here.bank.select().from(organisations).get()!.id,
  asked?: string[],
): Promise<string> {
  const all = listModules(here.bank, organisationId)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ id }) => id)
  const moduleIds = asked ?? all
  const out = join(await temporaryFolder(), 'archive.zip')
  await writeArchive(here, { organisationId, organisationName: 'Centre', moduleIds, now }, out)
  return out
}

export function imported(
  here: Instance,
  path: string,
  to: { organisationId: string; personId: string; replacing?: ReadonlySet<string> },
) {
  const store = { bank: here.bank, dataDir: here.settings.dataDir }
  return withArchive(store.dataDir, path, (archive) =>
    importArchive(store, archive, { replacing: new Set(), ...to, now }),
  )
}

/** What an archive would bring; nothing is written. */
export function lookedInto(here: Instance, path: string, organisationId: string) {
  return withArchive(here.settings.dataDir, path, async (archive) =>
    compareArchive(here.bank, archive, organisationId),
  )
}

/** The entries of an archive, with the date of the manifest left out. */
export async function entriesOf(path: string): Promise<Record<string, string>> {
  const files = [...(await unzip(path))].map(([name, bytes]) => [
    name,
    bytes.toString('latin1'),
  ])
  const { 'manifest.json': manifest = '', ...entries } = Object.fromEntries(files)
  return { ...entries, 'manifest.json': manifest.replace(/"madeAt": "[^"]*"/, '') }
}

type Changes = Parameters<typeof rewritten>[1]

/** Changed by somebody who does not know of the manifest. */
export async function tampered(path: string, changes: Changes): Promise<string> {
  return saved(await rewritten(path, changes))
}

/** Changed by somebody who writes the manifest anew: every digest is right. */
export async function resealed(path: string, changes: Changes): Promise<string> {
  const changed = await tampered(path, changes)
  const files = await unzip(changed)
  const manifest = JSON.parse(String(files.get('manifest.json')))
  files.delete('manifest.json')
  manifest.entries = Object.fromEntries(
    [...files].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  )
  return tampered(changed, { 'manifest.json': JSON.stringify(manifest) })
}

/** The same JSON with something else in it. */
export function changed(change: (value: Record<string, object>) => void) {
  return (text: string) => {
    const value = JSON.parse(text)
    change(value)
    return JSON.stringify(value)
  }
}

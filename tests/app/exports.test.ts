import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { lrsCredentials, packages } from '#app/db/schema/bank/index.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { packagePath } from '#app/services/exports/build-export.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import { readExportedEdition } from '#app/services/exports/read-export-page.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { findRevision, listEditions } from '#app/services/modules/find-module.server.ts'
import { checkFile, PublicationFields } from '#packaging/index.ts'
import { type Delivery, exportFormats } from '#packaging/package-source.ts'
import {
  addTeam,
  approve,
  keyOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { attachment, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { unzip } from '#tests/builders/zip.ts'

let here: Instance
let place: Workplace

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})
afterEach(() => removeFolder(here))

it('a module that was never published cannot be exported', () => {
  expect(() => ask()).toThrow(
    expect.objectContaining({ code: 'export.not-published', status: 409 }),
  )
  expect(here.bank.select().from(packages).all()).toEqual([])
})

describe('a package of a published module', () => {
  beforeEach(() => {
    approve(place)
    publish(place)
  })

  it.each(exportFormats)('in %s is made, opened again, checked and ready', async (format) => {
    const id = ask({ format })
    await work()
    const row = find(id)
    expect(row).toMatchObject({ state: 'ready', format, finishedAt: expect.any(Number) })
    expect(row.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const path = packagePath(dataDir(), row.sha256!, row.fileName)
    expect(await checkFile(path)).toEqual(row.findings)
  })

  it.each<[string, Delivery, RegExp]>([
    ['web', { web: { variant: 'single-file', minutes: 3 } }, /-1\.0-web\.html$/],
    ['web', { web: { variant: 'kiosk', minutes: 3 } }, /-1\.0-kiosk\.zip$/],
    ['print', { reader: 'tutor' }, /-1\.0-tutor\.html$/],
    ['pdf', { reader: 'tutor' }, /-1\.0-tutor\.pdf$/],
  ])('in %s is delivered as %j, and tells nobody of anyone', async (format, delivery, name) => {
    const id = ask({ format: format as 'web', delivery, traces: format !== 'web' })
    await work()
    expect(find(id)).toMatchObject({ state: 'ready', delivery, traces: false, findings: [] })
    expect(find(id).fileName).toMatch(name)
    expect(keys(id)).toEqual([])
  })

  it('for a kiosk has no key of the bank, even if it was asked for', async () => {
    const id = ask({
      format: 'web',
      delivery: { web: { variant: 'kiosk', minutes: 3 } },
      traces: true,
    })
    await work()
    expect(find(id)).toMatchObject({ state: 'ready', traces: false })
    expect(keys(id)).toEqual([])
  })

  it('is of what was published, not of what was written since', async () => {
    const first = ask()
    save(place, { document: lesson('Un autre texte, pas encore relu.') })
    const second = ask()
    await work()
    expect(find(second).editionId).toBe(find(first).editionId)
  })

  it('takes over the work of learners who began the edition before', async () => {
    const [first] = listEditions(here.bank, place.moduleId)
    ask()
    save(place, { document: lesson('Un autre texte.') })
    approve(place)
    publish(place)
    const id = ask()
    await work()
    const zip = await unzip(packagePath(dataDir(), find(id).sha256!))
    const { digest } = findRevision(here.bank, first!.revisionId)
    const [, told = ''] =
      /id="player-data"[^>]*>([^<]*)</.exec(String(zip.get('index.html'))) ?? []
    expect(JSON.parse(told).earlier).toMatchObject([{ digest: digest.slice(0, 8) }])
    const edition = readExportedEdition(here.bank, { ...keyOf(place), now })
    expect(edition?.resume).toEqual({ edition: '1.0', lost: 0 })
  })

  it('is made one after another, and nothing unfinished is left', async () => {
    const ids = [ask(), ask({ language: 'en' }), ask({ format: 'web' })]
    await work()
    expect(ids.map((id) => find(id).state)).toEqual(['ready', 'ready', 'ready'])
    const zips = ids.map((id) => `${find(id).sha256}.zip`)
    expect(readdirSync(join(dataDir(), 'packages')).sort()).toEqual(zips.sort())
  })

  it('is made by the rules that were decided, and measured against its platform', async () => {
    const publication = PublicationFields.parse({ title: 'Pour Rise Up', exitLink: false })
    const asked = { publication, preset: 'docebo', format: 'xapi', note: 'Mars' } as const
    const made = ask(asked)
    const plain = ask()
    await work()
    expect(find(made)).toMatchObject({ ...asked, state: 'ready' })
    expect(find(plain)).toMatchObject({ publication: null, preset: null, findings: [] })
    const zip = await unzip(packagePath(dataDir(), find(made).sha256!))
    expect(String(zip.get('tincan.xml'))).toContain('Pour Rise Up')
    expect(String(zip.get('index.html'))).not.toContain('id="quit"')
    const crossknowledge = ask({ preset: 'crossknowledge', format: 'web' })
    await work()
    expect(find(crossknowledge).findings).toEqual([
      {
        code: 'preset.format-not-taken',
        severity: 'warning',
        params: { lms: 'CrossKnowledge' },
      },
    ])
  })

  it('carries a key of its own when it sends statements', async () => {
    const id = ask({ traces: true })
    await work()
    expect(keys(id)).toMatchObject([{ scope: 'add', revokedAt: null }])
  })

  it('that was interrupted gets a new key when it is made again; the first one is revoked', async () => {
    const id = ask({ traces: true })
    await work()
    here.bank.update(packages).set({ state: 'checking' }).where(eq(packages.id, id)).run()
    await work()
    expect(find(id).state).toBe('ready')
    expect(keys(id).filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1)
    expect(keys(id)).toHaveLength(2)
  })

  it('is not there for another organisation', () => {
    const packageId = ask()
    const { organisationId } = addTeam(here.bank, 'Ailleurs')
    expect(() => findPackage(here.bank, { packageId, organisationId })).toThrow(
      expect.objectContaining({ code: 'package.not-found', status: 404 }),
    )
    expect(() => requestExport(here.bank, { ...request(), organisationId })).toThrow(
      expect.objectContaining({ code: 'module.not-found', status: 404 }),
    )
  })
})

describe('a package with a large file', () => {
  let digest: string

  beforeEach(async () => {
    digest = await attach(12 * 1024 ** 2)
    approve(place)
    publish(place)
  })

  it('that a power cut interrupted is made again at the next start', async () => {
    const id = ask()
    const script = fileURLToPath(new URL('./export-worker.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir()], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const ended = once(child, 'exit')
    await until(() => files().some((name) => name.includes('unfinished')))
    child.kill('SIGKILL')
    await ended
    expect(find(id).state).toBe('building')
    expect(files().filter((name) => name.endsWith('.zip'))).toEqual([])
    await work()
    expect(find(id).state).toBe('ready')
    expect(files()).toEqual([`${find(id).sha256}.zip`])
  })

  it('that cannot be made is said to be refused, and the next one is made', async () => {
    const path = assetPath(dataDir(), digest)
    const lost = ask()
    renameSync(path, `${path}.away`)
    await work()
    expect(find(lost)).toMatchObject({
      state: 'refused',
      findings: [{ code: 'package.not-made', severity: 'error' }],
    })
    renameSync(`${path}.away`, path)
    const found = ask()
    await work()
    expect(find(found).state).toBe('ready')
    expect(existsSync(packagePath(dataDir(), find(found).sha256!))).toBe(true)
  })
})

type Asked = Partial<Parameters<typeof requestExport>[1]>

function ask(change: Asked = {}): string {
  return requestExport(here.bank, { ...request(), ...change })
}

function request(): Parameters<typeof requestExport>[1] {
  const personId = place.people.publisher.id
  return { ...keyOf(place), format: 'scorm-12', language: 'fr', traces: false, personId, now }
}

/** Lets the worker make all that waits, then stops it. */
async function work(): Promise<void> {
  const stop = startWorker(here, 20)
  const unfinished = () =>
    here.bank
      .select()
      .from(packages)
      .all()
      .some(({ state }) => !['ready', 'refused'].includes(state))
  await until(() => !unfinished())
  await stop()
}

async function attach(bytes: number): Promise<string> {
  const { organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  const numbers = Array.from({ length: bytes / 8 }, (_, at) => ((at * 7919) % 9999999) + 1e7)
  const stream = Readable.from([Buffer.from(numbers.join(''))])
  const store = { bank: here.bank, dataDir: dataDir() }
  const { digest, rights } = await storeAsset(store, { stream, fileName: 'releve.txt', ...by })
  recordRights(here.bank, { digest, record: { ...rights, licence: 'cc-by-4.0' }, ...by })
  const file = attachment({ asset: digest, title: 'Relevé' })
  save(place, { document: storedDoc(section('Relevé', paragraph('Voici.'), file)) })
  return digest
}

function find(id: string) {
  return here.bank.select().from(packages).where(eq(packages.id, id)).get()!
}

function keys(packageId: string) {
  const carried = eq(lrsCredentials.packageId, packageId)
  return here.bank.select().from(lrsCredentials).where(carried).all()
}

function dataDir(): string {
  return here.settings.dataDir
}

function files(): string[] {
  const folder = join(dataDir(), 'packages')
  return existsSync(folder) ? readdirSync(folder) : []
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}

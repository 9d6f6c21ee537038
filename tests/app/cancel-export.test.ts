import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { auditEntries, lrsCredentials, packages } from '#app/db/schema/bank/index.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { storeAsset } from '#app/services/assets/store-asset.server.ts'
import { buildExport, packagePath } from '#app/services/exports/build-export.server.ts'
import { cancelExport } from '#app/services/exports/cancel-export.server.ts'
import { repeatExport } from '#app/services/exports/repeat-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import {
  approve,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { attachment, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let place: Workplace

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})
afterEach(() => removeFolder(here))

describe('a package that nobody wants any more', () => {
  it('is not begun when it was waiting; the next one is made', async () => {
    published()
    const [given, wanted] = [ask(), ask({ language: 'en' })]
    cancel(given)
    await work(() => state(wanted) === 'ready')
    expect(find(given)).toMatchObject({ state: 'cancelled', finishedAt: now.getTime() })
    expect(files()).toEqual([`${find(wanted).sha256}.zip`])
  })

  it('is left in the middle, with nothing of it on the disk and its key revoked', async () => {
    await publishedWithMedia(6 * 1024 ** 2, 2)
    const id = ask({ traces: true })
    const stop = startWorker(here, 20)
    await until(() => files().some((name) => name.includes('unfinished')))
    expect(state(id)).toBe('building')
    cancel(id)
    await stop()
    expect(state(id)).toBe('cancelled')
    expect(files()).toEqual([])
    expect(keys(id)).toMatchObject([{ revokedAt: expect.any(Number) }])
    const trail = here.bank.select().from(auditEntries).all()
    expect(trail.at(-1)).toMatchObject({ action: 'package.cancelled', object: place.moduleId })
  })

  it('stays cancelled though it was made to its end meanwhile; a twin keeps the same file', async () => {
    published()
    const twin = ask()
    await work(() => state(twin) === 'ready')
    const id = ask()
    // Cancelled as soon as it is being checked, when the file is whole.
    const whole = () => cancel(id)
    const done = buildExport(here, id, (written, total) => written === total && whole())
    expect((await done).state).toBe('cancelled')
    const { sha256, fileName } = find(twin)
    expect(existsSync(packagePath(here.settings.dataDir, sha256!, fileName))).toBe(true)
    expect(files()).toEqual([`${sha256}.zip`])
  })

  it('cannot be cancelled once it is ready, nor twice', async () => {
    published()
    const [made, given] = [ask(), ask({ language: 'en' })]
    cancel(given)
    await work(() => state(made) === 'ready')
    for (const id of [made, given])
      expect(() => cancel(id)).toThrow(
        expect.objectContaining({ code: 'package.finished', status: 409 }),
      )
    expect(state(made)).toBe('ready')
  })
})

it('what was cancelled or refused is asked for again as it was; what is ready is not', async () => {
  published()
  const note = 'Session de mars'
  const id = ask({ format: 'xapi', preset: 'docebo', note, language: 'en' })
  const again = () => repeatExport(here.bank, key(id))
  expect(again).toThrow(expect.objectContaining({ code: 'package.not-ended', status: 409 }))
  cancel(id)
  const second = again()
  const asked = { format: 'xapi', preset: 'docebo', note, language: 'en' }
  expect(find(second)).toMatchObject({ ...asked, state: 'waiting' })
  here.bank.update(packages).set({ state: 'refused' }).where(eq(packages.id, second)).run()
  expect(find(repeatExport(here.bank, key(second)))).toMatchObject(asked)
})

it('a server that stops leaves what waits to its next start', async () => {
  published()
  const ids = [ask(), ask({ language: 'en' }), ask({ format: 'web' })]
  const stop = startWorker(here, 20)
  await until(() => ids.some((id) => state(id) !== 'waiting'))
  await stop()
  expect(ids.map(state)).toEqual(['ready', 'waiting', 'waiting'])
  await work(() => ids.every((id) => state(id) === 'ready'))
})

function published(): void {
  approve(place)
  publish(place)
}

async function publishedWithMedia(bytes: number, count: number): Promise<void> {
  const { organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  const store = { bank: here.bank, dataDir: here.settings.dataDir }
  const added = []
  for (let at = 1; at <= count; at += 1) {
    const numbers = Array.from(
      { length: bytes / 8 },
      (_, n) => ((n * 7919 * at) % 9999999) + 1e7,
    )
    const stream = Readable.from([Buffer.from(numbers.join(''))])
    const { digest, rights } = await storeAsset(store, { stream, fileName: `${at}.txt`, ...by })
    recordRights(here.bank, { digest, record: { ...rights, licence: 'cc-by-4.0' }, ...by })
    added.push(attachment({ asset: digest, title: `Relevé ${at}` }))
  }
  save(place, { document: storedDoc(section('Relevés', paragraph('Voici.'), ...added)) })
  published()
}

function ask(change: Partial<Parameters<typeof requestExport>[1]> = {}): string {
  const personId = place.people.publisher.id
  const plain = { format: 'scorm-12', language: 'fr', traces: false } as const
  return requestExport(here.bank, { ...keyOf(place), ...plain, personId, now, ...change })
}

function key(packageId: string) {
  const { organisationId, people } = place
  return { packageId, organisationId, personId: people.designer.id, now }
}

function cancel(packageId: string): void {
  cancelExport(here.bank, key(packageId))
}

async function work(done: () => boolean): Promise<void> {
  const stop = startWorker(here, 20)
  await until(done)
  await stop()
}

function find(id: string) {
  return here.bank.select().from(packages).where(eq(packages.id, id)).get()!
}

function state(id: string) {
  return find(id).state
}

function keys(packageId: string) {
  const carried = eq(lrsCredentials.packageId, packageId)
  return here.bank.select().from(lrsCredentials).where(carried).all()
}

function files(): string[] {
  const folder = join(here.settings.dataDir, 'packages')
  return existsSync(folder) ? readdirSync(folder) : []
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10))
}

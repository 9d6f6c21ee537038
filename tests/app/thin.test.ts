import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { auditEntries, lrsCredentials, packages } from '#app/db/schema/bank/index.ts'
import { contentApplication } from '#app/http/content-application.server.ts'
import { buildExport, packagePath } from '#app/services/exports/build-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { findRevision, listEditions } from '#app/services/modules/find-module.server.ts'
import { endThin, limitThin, reopenThin } from '#app/services/thin/change-thin.server.ts'
import { listThin } from '#app/services/thin/thin-packages.server.ts'
import type { ThinLimits } from '#packaging/package-source.ts'
import { now, type Workplace, workplace } from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { publishText } from '#tests/builders/published-text.ts'
import { unzip } from '#tests/builders/zip.ts'

let here: Instance
let place: Workplace
let server: Server

beforeEach(async () => {
  here = openFolder()
  place = workplace(here.bank)
  server = createServer(contentApplication(here)).listen(0)
  await once(server, 'listening')
  publishText(place, 'Un premier texte.')
})

afterEach(() => {
  server.close()
  server.closeAllConnections()
  removeFolder(here)
})

it('is played in the latest edition in which learners lose nothing, made once however many ask', async () => {
  const { path, row } = await thinPackage({}, true)
  expect(await playedBy(path)).toBe('1.0/index.html')
  publishText(place, 'Un texte corrigé.')
  const before = here.bank.select().from(lrsCredentials).all().length
  const asked = await Promise.all(Array.from({ length: 6 }, () => playedBy(path)))
  expect(new Set(asked)).toEqual(new Set(['1.1/index.html']))
  expect(here.bank.select().from(lrsCredentials).all()).toHaveLength(before + 1)
  publishText(place, 'Un autre texte.', 'Le dos')
  expect(await playedBy(path)).toBe('1.1/index.html')
  expect(listThin(here.bank, { moduleId: place.moduleId, now })).toMatchObject([
    { packageId: row.id, plays: '1.1', latest: '1.2', learners: 0, over: null },
  ])
})

it('plays a page that is hidden until its launcher speaks, and keeps states that the fallback reads', async () => {
  const { path } = await thinPackage()
  publishText(place, 'Un texte corrigé.')
  const page = await get(`${path}${await playedBy(path)}`)
  const [inside] = [...listEditions(here.bank, place.moduleId)].reverse()
  const digest = findRevision(here.bank, inside!.revisionId).digest.slice(0, 8)
  expect(page.text).toContain(
    `<script src="relay.js" defer data-standard="scorm-12" data-state="${digest}" data-scripts="player/begin.js player/player.js"></script>`,
  )
  expect(page.text).toMatch(/^<!doctype html>\n<html hidden /)
  expect(page.text).toContain(`"digest":"${digest}"`)
  expect(page.headers['content-security-policy']).toContain('frame-ancestors https: http:;')
  expect(page.headers['set-cookie']).toBeUndefined()
  expect((await get(`${path}1.1/player/player.js`)).status).toBe(200)
})

it('is known by its address alone, and gives nothing but its own files', async () => {
  const { path } = await thinPackage()
  await playedBy(path)
  const away = [
    ...['/thin/', '/thin/0123456789abcdefghijkl/', `${path}1.0/`, `${path}9.9/index.html`],
    ...[`${path}1.0/..%2f..%2f..%2fbank.sqlite`, `${path}%2e%2e/%2e%2e/bank.sqlite`],
    ...[`${path}1.0/%2e%2e%2f%2e%2e%2fbank.sqlite`, `${path}..%2f1.0/index.html`],
    ...[`${path}1.0/..%5c..%5cbank.sqlite`, `${path}1.0//etc/passwd`, `${path}1.0/.hidden`],
  ]
  for (const each of away) {
    const { status, headers } = await get(each)
    expect([each, status >= 400, headers.location]).toEqual([each, true, undefined])
  }
})

it('says that it has ended, in the language of the package, until it is reopened', async () => {
  const { path, change, row } = await thinPackage()
  endThin(here.bank, change)
  const ended = await get(path)
  expect(ended.status).toBe(410)
  expect(ended.text).toContain('<html lang="fr">')
  expect(ended.text).toContain('Ce module n’est plus proposé ici.')
  expect(await learner(path, 'abc')).toBe(403)
  expect((await get(`${path}1.0/index.html`)).status).toBe(404)
  reopenThin(here.bank, change)
  expect(await playedBy(path)).toBe('1.0/index.html')
  const trail = here.bank.select().from(auditEntries).all()
  expect(trail.slice(-2).map(({ action, details }) => [action, details.packageId])).toEqual([
    ['thin-package.ended', row.id],
    ['thin-package.reopened', row.id],
  ])
})

it('ends on the day that was said, in the bank and in the package', async () => {
  const { path, launcher, change } = await thinPackage({ endsOn: '2026-03-31' })
  expect(launcher.endsAt).toBe(Date.parse('2026-03-31T21:59:59.999Z'))
  limitThin(here.bank, { ...change, endsOn: '2020-01-01', mostLearners: null })
  expect((await get(path)).status).toBe(410)
  limitThin(here.bank, { ...change, endsOn: '2999-01-01', mostLearners: null })
  expect((await get(path)).status).toBe(302)
})

it('turns away learners beyond its number, never one who came before', async () => {
  const { path } = await thinPackage({ mostLearners: 2 })
  const answers = []
  for (const each of ['a1', 'b2', 'a1', 'c3', 'b2']) answers.push(await learner(path, each))
  expect(answers).toEqual([204, 204, 204, 403, 204])
  expect(listThin(here.bank, { moduleId: place.moduleId, now })[0]?.learners).toBe(2)
  const kept = here.bank.$client.prepare('select learner from thin_learners').pluck().all()
  expect(kept.every((each) => String(each).length === 43)).toBe(true)
  expect(await learner(path, 'Ada Lovelace')).toBe(400)
  expect((await get(`${path}full`)).text).toContain('Ce module a déjà tous ses apprenants.')
})

async function thinPackage(limits: Partial<ThinLimits> = {}, traces = false) {
  const { organisationId, moduleId, people } = place
  const by = { organisationId, personId: people.publisher.id, now }
  const packageId = requestExport(here.bank, {
    ...{ ...by, moduleId, format: 'thin-12', language: 'fr', traces },
    delivery: { thin: { endsOn: null, mostLearners: null, ...limits } },
  })
  const row = await buildExport(here, packageId)
  expect(row).toMatchObject({ state: 'ready', findings: [] })
  const zip = await unzip(packagePath(here.settings.dataDir, row.sha256!, row.fileName))
  const [, json = ''] = /id="thin">([^<]*)</.exec(String(zip.get('index.html'))) ?? []
  const launcher: { address: string; endsAt: number | null } = JSON.parse(json)
  expect(here.bank.select().from(packages).all()).not.toEqual([])
  return {
    ...{ row, launcher, change: { ...by, packageId } },
    path: new URL(launcher.address).pathname,
  }
}

async function playedBy(path: string): Promise<string | undefined> {
  return (await get(path)).headers.location
}

async function learner(path: string, body: string): Promise<number> {
  return (await get(`${path}learners`, body)).status
}

/** As it is written: `fetch` would take the dots out of a path. */
async function get(path: string, body?: string) {
  const { port } = server.address() as AddressInfo
  const method = body === undefined ? 'GET' : 'POST'
  const headers = { 'Content-Type': 'text/plain' }
  const asked = request({ port, path, method, headers }).end(body)
  const [response] = await once(asked, 'response')
  let text = ''
  for await (const chunk of response) text += chunk
  return {
    status: response.statusCode as number,
    headers: response.headers as Record<string, string | undefined>,
    text,
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { endpoints } from '#app/api/endpoints.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import { apiTokens, auditEntries, packages } from '#app/db/schema/bank/index.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import {
  listTokens,
  makeToken,
  readToken,
  revokeToken,
} from '#app/services/api-tokens/tokens.server.ts'
import { packagePath } from '#app/services/exports/build-export.server.ts'
import { findPackage, listPackages } from '#app/services/exports/find-package.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { keepProfile } from '#app/services/publication-profiles/profiles.server.ts'
import { PublicationFields } from '#packaging/index.ts'
import { type ServedApi, serveApi, tokenOf } from '#tests/builders/api.ts'
import {
  addModule,
  addTeam,
  approve,
  keyOf,
  now,
  publish,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { rawZip } from '#tests/builders/zip.ts'

let here: Instance
let place: Workplace
let api: ServedApi
let token: string

beforeEach(async () => {
  here = openFolder()
  place = workplace(here.bank)
  api = await serveApi(here)
  token = tokenOf(here, place)
})
afterEach(async () => {
  await api.stop()
  removeFolder(here)
})

const code = 'gestes-et-postures'

describe('who calls', () => {
  it('is asked for a token, in the language of the request', async () => {
    const asked = await call('/modules', { token: null, headers: { 'Accept-Language': 'fr' } })
    expect(asked).toMatchObject({ status: 401, body: { code: 'token.needed' } })
    expect(asked.body.message).toContain('a besoin d’un jeton')
    expect(asked.headers.get('WWW-Authenticate')).toBe('Bearer realm="grainotheque"')
    const english = await call('/modules', {
      token: null,
      headers: { 'Accept-Language': 'en' },
    })
    expect(english.body.message).toContain('needs a token')
  })

  it('is refused with a token that is unknown, over or revoked, all in the same words', async () => {
    const over = tokenOf(here, place)
    here.bank
      .update(apiTokens)
      .set({ endsAt: Date.now() - 1 })
      .run()
    const revoked = tokenOf(here, place)
    const { id } = listTokens(here.bank, place.organisationId)[0]!
    const by = { organisationId: place.organisationId, personId: 'x', now }
    expect(() => revokeToken(here.bank, { ...by, tokenId: 'nope' })).toThrow()
    revokeToken(here.bank, { ...by, personId: place.people.administrator.id, tokenId: id })
    for (const bad of ['grain_'.padEnd(49, 'x'), over, revoked, 'é', '']) {
      const { status, body, headers } = await call('/modules', { token: encodeURI(bad) })
      expect({ status, code: body.code }).toEqual({ status: 401, code: 'token.refused' })
      expect(headers.get('WWW-Authenticate')).toContain('error="invalid_token"')
    }
  })

  it('may do what its token was made for, and nothing else', async () => {
    const reading = tokenOf(here, place, ['read'])
    const refused = await call('/exports', { token: reading, method: 'POST', json: {} })
    expect(refused).toMatchObject({ status: 403, body: { code: 'token.not-allowed' } })
    expect(refused.headers.get('WWW-Authenticate')).toContain('scope="export"')
    expect((await call('/modules', { token: reading })).status).toBe(200)
    const exporting = tokenOf(here, place, ['export'])
    expect((await call('/modules', { token: exporting })).status).toBe(403)
  })

  it('is not believed by a cookie, and no other site is let in', async () => {
    const headers = { Cookie: 'session=x', Origin: 'https://mechant.example' }
    const { status, headers: answered } = await call('/modules', { token: null, headers })
    expect(status).toBe(401)
    const names = [...answered.keys()]
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([])
    expect((await call('/modules', { token: null, method: 'OPTIONS' })).status).toBe(405)
  })
})

describe('a token', () => {
  it('is kept as a digest, says when it was used, and leaves its entries', () => {
    const { organisationId, people } = place
    const [kept] = listTokens(here.bank, organisationId)
    expect(kept).toMatchObject({ name: 'Robot', lastUsedAt: null, revokedAt: null })
    expect(JSON.stringify(here.bank.select().from(apiTokens).all())).not.toContain(token)
    expect(readToken(here.bank, token, new Date())).toMatchObject({
      organisationId,
      personId: people.administrator.id,
      roles: ['api:read', 'api:export'],
    })
    expect(listTokens(here.bank, organisationId)[0]!.lastUsedAt).toEqual(expect.any(Number))
    const by = { organisationId, personId: people.administrator.id, now }
    revokeToken(here.bank, { ...by, tokenId: kept!.id })
    expect(() => revokeToken(here.bank, { ...by, tokenId: kept!.id })).toThrow(
      expect.objectContaining({ code: 'token.not-found', status: 404 }),
    )
    const trail = here.bank.select().from(auditEntries).all()
    const actions = trail
      .filter(({ object }) => object === kept!.id)
      .map(({ action }) => action)
    expect(actions).toEqual(['token.made', 'token.revoked'])
  })

  it('is one of fifty at most', () => {
    const { organisationId, people } = place
    const make = () =>
      makeToken(here.bank, {
        ...{ name: 'x', scopes: ['read'], days: 30, organisationId },
        ...{ personId: people.administrator.id, now: new Date() },
      })
    for (let made = 1; made < 50; made += 1) make()
    expect(make).toThrow(expect.objectContaining({ code: 'token.too-many' }))
  })
})

it('an address that cannot be read leads nowhere', async () => {
  expect(await call('/modules/%E0%A4%A')).toMatchObject({
    status: 404,
    body: { code: 'api.unknown-address' },
  })
})

describe('modules', () => {
  it('are listed a page at a time, found by their words and their state', async () => {
    const { organisationId, people } = place
    addModule(here.bank, { organisationId, people }, 'lever-une-charge')
    publishOne()
    const all = await call('/modules?perPage=1')
    expect(all.body).toMatchObject({ total: 2, page: 1, perPage: 1 })
    expect(all.body.modules).toHaveLength(1)
    const found = await call('/modules?query=LEVER')
    expect(found.body.modules.map((each: { code: string }) => each.code)).toEqual([
      'lever-une-charge',
    ])
    const published = await call('/modules?state=published&query=genoux&full=true')
    expect(published.body.modules).toMatchObject([{ code, state: 'published', edition: '1.0' }])
  })

  it('are read one by one, with their editions', async () => {
    publishOne()
    const { status, body } = await call(`/modules/${code}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      ...{ code, title: 'Gestes et postures', minutes: 10 },
      editions: [{ edition: '1.0', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    })
    expect(body).not.toHaveProperty('authorId')
  })

  it('are not asked for in a way that is not written', async () => {
    for (const query of ['page=0', 'perPage=1000', 'state=old', 'limit=3', 'page=x'])
      expect(await call(`/modules?${query}`)).toMatchObject({
        status: 422,
        body: { code: 'form.field', message: expect.stringContaining(query.split('=')[0]!) },
      })
  })
})

describe('packages', () => {
  it('are asked for, followed, fetched whole or in part, under the right name', async () => {
    publishOne()
    const wanted = { modules: [code], preset: 'moodle', settings: { title: 'Pour Moodle' } }
    const asked = await call('/exports', { method: 'POST', json: wanted })
    expect(asked.status).toBe(202)
    expect(asked.body.exports).toMatchObject([
      { module: code, state: 'waiting', refusal: null },
    ])
    const { id } = asked.body.exports[0]
    const early = await call(`/exports/${id}/file`)
    expect(early).toMatchObject({ status: 409, body: { code: 'package.not-ready' } })
    await work()
    const { body } = await call(`/exports/${id}`)
    expect(body).toMatchObject({ module: code, edition: '1.0', state: 'ready', progress: 1 })
    const { row } = findPackage(here.bank, { packageId: id, ...keyOf(place) })
    const file = readFileSync(packagePath(here.settings.dataDir, row.sha256!, row.fileName))
    const whole = await fetch(`${api.url}/api/v1/exports/${id}/file`, { headers: bearer() })
    expect(Buffer.from(await whole.arrayBuffer()).equals(file)).toBe(true)
    expect(whole.headers.get('Content-Disposition')).toBe(
      'attachment; filename="gestes-et-postures-1.0-scorm12.zip"',
    )
    expect(whole.headers.get('ETag')).toBe(`"${row.sha256}"`)
    const part = await fetch(`${api.url}/api/v1/exports/${id}/file`, {
      headers: { ...bearer(), Range: 'bytes=100-199' },
    })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer()).equals(file.subarray(100, 200))).toBe(true)
    const beyond = await call(`/exports/${id}/file`, { headers: { Range: 'bytes=99999999-' } })
    expect(beyond).toMatchObject({ status: 416, body: { code: 'api.range' } })
  })

  it('say which program asked, and who answers for it', async () => {
    publishOne()
    await call('/exports', { method: 'POST', json: { query: 'gestes', format: 'web' } })
    const [listed] = listPackages(here.bank, place.moduleId)
    expect(listed).toMatchObject({ requester: 'Robot', format: 'web', traces: false })
    expect(listed!.requestedBy).toBe(place.people.administrator.id)
    const [entry] = here.bank
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.action, 'package.exported'))
      .all()
    expect(entry!.details).toMatchObject({ tokenId: listed!.tokenId })
  })

  it('follow a profile of the organisation, single settings having the last word', async () => {
    publishOne()
    keepProfile(here.bank, {
      ...{ name: 'Lycée', preset: 'moodle', format: 'scorm-2004-4' },
      ...{ traces: false, themed: false },
      publication: PublicationFields.parse({ title: 'Du profil', cover: false }),
      ...{ organisationId: place.organisationId, personId: place.people.publisher.id, now },
    })
    const wanted = { modules: [code], profile: 'Lycée', settings: { title: 'À nous' } }
    const { body } = await call('/exports', { method: 'POST', json: wanted })
    const { row } = findPackage(here.bank, { packageId: body.exports[0].id, ...keyOf(place) })
    expect(row).toMatchObject({
      ...{ format: 'scorm-2004-4', preset: 'moodle' },
      publication: { title: 'À nous', cover: false },
      identity: null,
    })
  })

  it('are refused one by one; a single one as any other refusal', async () => {
    const one = { modules: [code], format: 'web' }
    const all = await call('/exports', { method: 'POST', json: one })
    expect(all).toMatchObject({ status: 409, body: { code: 'export.not-published' } })
    publishOne()
    const json = { modules: [code, 'nulle-part'], format: 'web' }
    const some = await call('/exports', { method: 'POST', json })
    expect(some.status).toBe(202)
    expect(some.body.exports).toMatchObject([
      { module: code, refusal: null },
      { module: 'nulle-part', id: null, refusal: { code: 'module.not-found' } },
    ])
  })

  it.each<[string, object | string, number]>([
    ['nothing said', {}, 422],
    ['both ways at once', { modules: [code], query: 'x', format: 'web' }, 422],
    ['no format', { modules: [code] }, 422],
    ['an unknown setting', { modules: [code], format: 'web', settings: { speed: 2 } }, 422],
    ['an unknown field', { modules: [code], format: 'web', colour: 'red' }, 422],
    ['an unknown profile', { modules: [code], profile: 'Nul' }, 404],
    ['words that find nothing', { query: 'girafe', format: 'web' }, 404],
    ['too many modules', { modules: Array(101).fill(code), format: 'web' }, 422],
    ['what is no JSON', '{"modules": [', 400],
    ['what is far too long', { modules: [code], note: 'x'.repeat(300_000) }, 413],
  ])('are not asked for with %s', async (_, sent, status) => {
    publishOne()
    const body = typeof sent === 'string' ? sent : JSON.stringify(sent)
    const answer = await call('/exports', { method: 'POST', raw: body })
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual({ code: expect.any(String), message: expect.any(String) })
    expect(here.bank.select().from(packages).all()).toEqual([])
  })

  it('are cancelled, once', async () => {
    publishOne()
    const json = { modules: [code], format: 'web' }
    const { body } = await call('/exports', { method: 'POST', json })
    const path = `/exports/${body.exports[0].id}`
    expect((await call(path, { method: 'DELETE' })).body).toMatchObject({ state: 'cancelled' })
    expect(await call(path, { method: 'DELETE' })).toMatchObject({
      status: 409,
      body: { code: 'package.finished' },
    })
  })
})

describe('a package of whatever program', () => {
  it('is checked as it comes, for an LMS if one is named, and not kept', async () => {
    const page = { name: 'index.html', data: '<!doctype html><title>x</title>' }
    const zip = rawZip([page, { name: 'run.php', data: 'x' }])
    const headers = { 'Accept-Language': 'fr' }
    const said = await call('/checks?preset=docebo', { method: 'POST', raw: zip, headers })
    expect(said.status).toBe(200)
    expect(said.body).toMatchObject({ format: 'web', bytes: zip.length, errors: 0 })
    expect(said.body.findings).toContainEqual({
      code: 'zip.refused-extension',
      severity: 'warning',
      message: expect.stringContaining('run.php'),
      ...{ place: 'run.php', line: null, rule: null },
      advice: expect.stringContaining('Retirez ce fichier'),
    })
    expect(said.body.findings.map((each: { code: string }) => each.code)).toContain(
      'preset.extension-refused',
    )
    expect(readdirSync(join(here.settings.dataDir, 'arriving'))).toEqual([])
  })

  it('is refused before it comes when it says that it is too large', async () => {
    const { request } = await import('node:http')
    const status = await new Promise((resolve) => {
      const asking = request(
        `${api.url}/api/v1/checks`,
        { method: 'POST', headers: { ...bearer(), 'Content-Length': `${2 * 1024 ** 3}` } },
        (response) => {
          resolve(response.statusCode)
          asking.destroy()
        },
      )
      asking.on('error', () => undefined)
      asking.flushHeaders()
    })
    expect(status).toBe(413)
  })
})

describe('another organisation', () => {
  it('finds none of it: all is as if it were not there', async () => {
    publishOne()
    const by = { personId: place.people.publisher.id, now }
    const wanted = { format: 'web', language: 'fr', traces: false } as const
    const id = requestExport(here.bank, { ...keyOf(place), ...by, ...wanted })
    const strangers = tokenOf(here, addTeam(here.bank, 'Ailleurs'))
    const paths: Record<string, string> = {
      '/modules/{code}': `/modules/${code}`,
      '/exports/{id}': `/exports/${id}`,
      '/exports/{id}/file': `/exports/${id}/file`,
    }
    for (const { path, method } of endpoints.filter((each) => each.path.includes('{'))) {
      const asked = { token: strangers, method: method.toUpperCase() }
      expect(await call(paths[path]!, asked), path).toMatchObject({ status: 404 })
    }
    expect((await call('/modules', { token: strangers })).body.total).toBe(0)
    const json = { modules: [code], format: 'web' }
    const refused = await call('/exports', { token: strangers, method: 'POST', json })
    expect(refused).toMatchObject({ status: 404, body: { code: 'module.not-found' } })
    const query = await call('/exports', {
      ...{ token: strangers, method: 'POST' },
      json: { query: '', format: 'web' },
    })
    expect(query).toMatchObject({ status: 404, body: { code: 'export.nothing-found' } })
    expect(here.bank.select().from(packages).all()).toMatchObject([{ state: 'waiting' }])
  })
})

function publishOne(): void {
  approve(place)
  publish(place)
}

type Asked = {
  token?: string | null
  method?: string
  headers?: Record<string, string>
  json?: unknown
  raw?: string | Buffer
}

async function call(path: string, asked: Asked = {}) {
  const { token: given, method = 'GET', headers, json, raw } = asked
  const body = json === undefined ? raw : JSON.stringify(json)
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method,
    headers: { ...bearer(given), ...headers },
    ...(body !== undefined && { body: body as string }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

function bearer(given: string | null = token): Record<string, string> {
  return given === null ? {} : { Authorization: `Bearer ${given}` }
}

async function work(): Promise<void> {
  const stop = startWorker(here, 20)
  const waits = () =>
    here.bank
      .select()
      .from(packages)
      .all()
      .some(({ finishedAt }) => finishedAt === null)
  while (waits()) await new Promise((resolve) => setTimeout(resolve, 20))
  await stop()
}

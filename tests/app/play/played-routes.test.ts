import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { contentApplication } from '#app/http/content-application.server.ts'
import { playedFolder } from '#app/services/play/played-folder.ts'
import { signPath } from '#app/services/play/signed-path.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'

let here: Instance
let server: Server
let origin: string

beforeAll(async () => {
  here = openFolder()
  server = contentApplication(here).listen(0)
  await once(server, 'listening')
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  server.closeAllConnections()
  removeFolder(here)
})

/** What a signed link to a package opens. */
function played(name: string) {
  const folder = playedFolder(here.settings.dataDir, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), 'bonjour')
  const base = `${origin}/p/${signPath(here.signingKey, name, new Date())}`
  return (path: string, request: RequestInit = {}) => fetch(`${base}/${path}`, request)
}

async function authorization(open: ReturnType<typeof played>): Promise<Record<string, string>> {
  const answer = await (await open('token', { method: 'POST' })).json()
  return {
    Authorization: `Basic ${answer['auth-token']}`,
    'X-Experience-API-Version': '1.0.3',
    'Content-Type': 'application/json',
  }
}

const statement = {
  actor: { account: { homePage: 'https://lms.example', name: 'ada' } },
  verb: { id: 'http://adlnet.gov/expapi/verbs/initialized' },
  object: { id: 'https://lms.example/unit' },
}

describe('the LRS that a package is tried with', () => {
  it('takes statements, and gives them to the page of the LMS', async () => {
    const open = played('one')
    const headers = await authorization(open)
    const told = { method: 'POST', headers, body: JSON.stringify(statement) }
    expect((await open('lrs/statements', told)).status).toBe(200)
    const { statements } = await (await open('records/statements', { headers })).json()
    expect(statements).toMatchObject([{ verb: statement.verb }])
  })

  it('keeps packages apart, and opens to no other key', async () => {
    await authorization(played('one'))
    const other = played('two')
    const headers = await authorization(other)
    const { statements } = await (await other('records/statements', { headers })).json()
    expect(statements).toEqual([])
    const version = { 'X-Experience-API-Version': '1.0.3' }
    expect((await other('records/statements', { headers: version })).status).toBe(401)
  })

  it('leaves nothing among the statements of learners', () => {
    const count = here.statements.$client.prepare('select count(*) from statements').pluck()
    expect(count.get()).toBe(0)
  })

  it('refuses the learner whose session is over, until it comes back', async () => {
    const open = played('three')
    const headers = await authorization(open)
    const tell = () =>
      open('lrs/statements', { method: 'POST', headers, body: JSON.stringify(statement) })
    const session = (body: string) => open('session', { method: 'POST', body })
    await session('dead')
    expect((await tell()).status).toBe(403)
    expect((await open('records/statements', { headers })).status).toBe(200)
    await session('alive')
    expect((await tell()).status).toBe(200)
  })
})

describe('a slow line', () => {
  it('lets a package wait, and keeps none of it for the next time', async () => {
    const open = played('one')
    const since = performance.now()
    const response = await open('slow/files/index.html')
    expect(await response.text()).toBe('bonjour')
    expect(performance.now() - since).toBeGreaterThan(390)
    expect(response.headers.get('Cache-Control')).toContain('no-store')
  })

  it('leads to nothing outside the package', async () => {
    const open = played('one')
    expect((await open('slow/files/..%2f..%2fbank.sqlite')).status).toBeGreaterThanOrEqual(400)
    expect((await open('slow/..%2fsession')).status).toBe(404)
  })
})

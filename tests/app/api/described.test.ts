import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '#app/api/endpoints.server.ts'
import type { Instance } from '#app/db/instance.server.ts'
import { apiScopes } from '#app/db/schema/bank/index.ts'
import { seedBank } from '#app/db/seed/seed-bank.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { makeToken } from '#app/services/api-tokens/tokens.server.ts'
import { findPackage } from '#app/services/exports/find-package.server.ts'
import { type ServedApi, serveApi } from '#tests/builders/api.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { rawZip } from '#tests/builders/zip.ts'

const run = promisify(execFile)
let here: Instance
let api: ServedApi

beforeAll(async () => {
  here = openFolder()
  api = await serveApi(here)
})
afterAll(async () => {
  await api.stop()
  removeFolder(here)
})

describe('the description', () => {
  it('names every endpoint, each once, with what it answers; whoever asks may read it', async () => {
    const described = await read('/api/v1/openapi.json')
    expect(described.openapi).toBe('3.1.0')
    const operations = Object.entries<Record<string, { operationId: string }>>(
      described.paths,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, said]) => [method, path, said.operationId]),
    )
    expect(operations.sort()).toEqual(
      endpoints.map(({ method, path, operationId }) => [method, path, operationId]).sort(),
    )
    expect(new Set(endpoints.map(({ operationId }) => operationId)).size).toBe(endpoints.length)
  })

  it('leads nowhere but into itself, and every part of an address is described', async () => {
    const described = await read('/api/v1/openapi.json')
    const text = JSON.stringify(described)
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
    expect(names.length).toBeGreaterThan(10)
    for (const [, name] of names) expect(described.components.schemas).toHaveProperty(name!)
    expect(text).not.toContain('$defs')
    for (const [path, methods] of Object.entries<Record<string, Operation>>(described.paths))
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
        expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
      }
  })

  it('is kept to: each address answers those methods and no other, and asks for a token', async () => {
    const described = await read('/api/v1/openapi.json')
    for (const [path, methods] of Object.entries(described.paths)) {
      const address = `/api/v1${path.replace(/\{\w+\}/g, 'x')}`
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await fetch(`${api.url}${address}`, { method })
        const known = method.toLowerCase() in (methods as object)
        expect({ method, path, status }).toEqual({ method, path, status: known ? 401 : 405 })
      }
    }
  })
})

it.each(['/api', '/api/v1', '/api/v1/nope', '/api/v2/modules', '/api/v1/Modules'])(
  '%s leads nowhere, and says so in JSON',
  async (path) => {
    const response = await fetch(`${api.url}${path}`, { headers: { 'Accept-Language': 'en' } })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      code: 'api.unknown-address',
      message: 'There is nothing at this address.',
    })
  },
)

it('every command of the README runs, in its order, and does what it says', async () => {
  const folder = here.settings.dataDir
  const token = await seeded()
  const [, script = ''] =
    /```sh\n([\s\S]*?)```/.exec(readFileSync('app/api/README.md', 'utf8')) ?? []
  const commands = script
    .replaceAll('\\\n', '')
    .split('\n')
    .filter((line) => /^curl /.test(line))
  const asked = commands.map((line) => line.replace(/\?[^"]*/, ''))
  expect(new Set(asked).size).toBe(endpoints.length)
  const page = { name: 'index.html', data: '<!doctype html><title>x</title>' }
  writeFileSync(join(folder, 'package.zip'), rawZip([page]))
  const said: unknown[] = []
  let id = ''
  for (const command of commands) {
    if (command.includes('-X DELETE')) id = await waiting(token)
    const env = { ...process.env, TOKEN: token, BASE: api.url, ID: id }
    const { stdout } = await run('/bin/sh', ['-c', command], { cwd: folder, env })
    const answer = stdout && JSON.parse(stdout)
    said.push(answer)
    if (command.includes('"modules"')) {
      id = answer.exports[0].id
      await made(id)
    }
  }
  expect(said).toMatchObject([
    { total: 1, modules: [{ code: 'choisir-un-extincteur', state: 'published' }] },
    { total: 1, modules: [{ code: 'choisir-un-extincteur' }] },
    { code: 'choisir-un-extincteur', editions: [{ edition: '1.0' }] },
    { exports: [{ refusal: null }, { refusal: null }] },
    { state: 'ready', format: 'scorm-12', preset: 'moodle' },
    '',
    { state: 'cancelled' },
    { total: 1, deployments: [{ module: 'choisir-un-extincteur', downloads: 1 }] },
    { format: 'web', errors: 0, findings: [{ code: 'preset.format-not-taken' }] },
  ])
  expect(readFileSync(join(folder, 'choisir-un-extincteur-1.0-scorm12.zip')).length).toBe(
    (said[4] as { bytes: number }).bytes,
  )
})

/** The sample bank, with a token of its first organisation. */
async function seeded(): Promise<string> {
  await seedBank(here)
  const { id: organisationId } = findOrganisations(here.bank)[0]!
  const { id: personId } = listMembers(here.bank, { organisationId, role: 'administrator' })[0]!
  const wanted = { name: 'Exemples', scopes: [...apiScopes], days: 30 }
  return makeToken(here.bank, { ...wanted, organisationId, personId, now: new Date() }).secret
}

/** One that waits: nothing works here while it is given up. */
async function waiting(token: string): Promise<string> {
  const response = await fetch(`${api.url}/api/v1/exports`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ modules: ['preparer-une-palette'], format: 'web' }),
  })
  return (await response.json()).exports[0].id
}

async function made(packageId: string): Promise<void> {
  const stop = startWorker(here, 20)
  const { id: organisationId } = findOrganisations(here.bank)[0]!
  while (findPackage(here.bank, { packageId, organisationId }).row.finishedAt === null)
    await new Promise((resolve) => setTimeout(resolve, 20))
  await stop()
}

type Operation = { parameters: { name: string; in: string }[] }

async function read(path: string) {
  const response = await fetch(`${api.url}${path}`)
  expect(response.status).toBe(200)
  return response.json()
}

import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request as openRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { instanceValues, people } from '#app/db/schema/bank/index.ts'
import { samplePassword } from '#app/db/seed/seed-bank.server.ts'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { openSession } from '#app/services/accounts/sessions.server.ts'
import { findDraft } from '#app/services/modules/find-module.server.ts'
import { linkHours, signPath } from '#app/services/play/signed-path.ts'
import { changeBetween } from '#content-schema/changes/change.ts'
import { outlineOf } from '#content-schema/changes/outline.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { type Browser, discard, type Running, startServer } from '#tests/builders/server.ts'
import { routeList } from './route-list.ts'

const code = 'choisir-un-extincteur'
let server: Running
let bank: Bank
let designer: Browser

beforeAll(async () => {
  server = await startServer()
  bank = openBank(join(server.dataDir, 'bank.sqlite'))
  designer = signedIn('camille.roussel@exemple.fr')
})

afterAll(async () => {
  bank.$client.close()
  await discard(server)
})

it('says that it can serve', async () => {
  const response = await fetch(`${server.url}/health`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})

describe('signing in', () => {
  it('opens a session in a cookie that no script can read, and signing out closes it', async () => {
    const browser = server.browser()
    const response = await browser.signIn('camille.roussel@exemple.fr', samplePassword)
    expect(response.status).toBe(302)
    expect(response.headers.get('Set-Cookie')).toMatch(/^session=.+; HttpOnly; SameSite=Lax/)
    expect((await browser.fetch('/')).status).toBe(200)
    await browser.post('/sign-out', {})
    expect((await browser.fetch('/')).headers.get('Location')).toBe('/sign-in?to=%2F')
  })

  it('leads on to a page of ours only', async () => {
    const email = 'camille.roussel@exemple.fr'
    const onTo = async (to: string) => {
      const fields = { email, password: samplePassword, to }
      const response = await server.browser().post('/sign-in', fields)
      return response.headers.get('Location')
    }
    expect(await onTo('/modules')).toBe('/modules')
    expect(await onTo('//mechant.example')).toBe('/')
    expect(await onTo('https://mechant.example')).toBe('/')
  })

  it('slows whoever guesses one account down, with a sentence in their language', async () => {
    const browser = server.browser('language=fr')
    const guess = () => browser.signIn('marc.villeneuve@exemple.fr', 'motdepasse')
    for (let tries = 0; tries < 8; tries += 1) expect((await guess()).status).toBe(401)
    const refused = await guess()
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Trop d’essais. Réessayez dans 15 minutes.')
    const right = await browser.signIn('marc.villeneuve@exemple.fr', samplePassword)
    expect(right.status).toBe(429)
  })
})

describe('a request sent by a page of somebody else', () => {
  const actions = ['/uploads', ...routeList.filter(({ acts }) => acts).map(({ path }) => path)]
  const foreign = [
    { Origin: 'https://mechant.example' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'null' },
  ]

  it.each(actions)('is refused by %s', async (path) => {
    for (const headers of foreign) {
      const response = await designer.fetch(path, { method: 'POST', headers })
      expect(response.status).toBe(403)
      expect(await response.json()).toMatchObject({ refusal: { code: 'request.foreign' } })
    }
  })

  it('is refused when it says nothing of where it comes from', async () => {
    const response = await fetch(`${server.url}/sign-out`, { method: 'POST' })
    expect(response.status).toBe(403)
  })
})

describe('autosave', () => {
  it.each(['', '{"base": [', 'null', '[]', '{"base":[],"change":{}}', '{"change":{"doc":{}}}'])(
    'refuses %j with a code',
    async (body) => {
      const response = await designer.fetch(`/modules/${code}/draft`, { method: 'POST', body })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(response.status).toBeLessThan(500)
      expect(await response.json()).toMatchObject({ refusal: { code: expect.any(String) } })
    },
  )

  it('refuses a document that is none, and keeps the one that is there', async () => {
    const before = draft()
    const change = { format: 1, doc: { order: ['sect'], put: [strange] } }
    const body = { base: outlineOf(before.document), change }
    const response = await designer.fetch(`/modules/${code}/draft`, posting(body))
    expect(response.status).toBe(422)
    const { refusal } = (await response.json()) as { refusal: object }
    expect(refusal).toMatchObject({
      code: 'document.unknown-node',
      sentence: expect.stringContaining('strange'),
    })
    expect(draft()).toEqual(before)
  })

  it('tells the second of two people what the first has saved', async () => {
    const administrator = signedIn('aicha.fontaine@exemple.fr')
    const { version, document } = draft()
    const path = `/modules/${code}/draft`
    const base = outlineOf(document)
    const order = base.map(([id]) => id).reverse()
    const moving = { base, change: { format: 1, doc: { order } } }
    const first = await designer.fetch(path, posting(moving))
    expect(await first.json()).toEqual({ version: version + 1, news: null })
    const asking = { base, change: { format: 1, doc: {} } }
    const second = await administrator.fetch(path, posting(asking))
    expect(await second.json()).toEqual({
      version: version + 1,
      news: { format: 1, doc: { order } },
    })
    const moved = { base: outlineOf(draft().document), change: changeTo(document) }
    await designer.fetch(path, posting(moved))
    expect(draft().document).toEqual(document)
  })

  it('is refused to whoever does not write, and after a session has ended', async () => {
    const path = `/modules/${code}/draft`
    const quality = signedIn('marc.villeneuve@exemple.fr')
    const refused = await quality.fetch(path, posting({}))
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ refusal: { code: 'rights.refused' } })
    const nobody = await server.browser('session=gone').fetch(path, posting({}))
    expect(nobody.headers.get('Location')).toMatch(/^\/sign-in\?to=/)
  })
})

describe('what is too large', () => {
  it.each([
    [`/modules/${code}/draft`, 'request.too-large'],
    ['/sign-in', 'request.too-large'],
  ])('is refused by %s as soon as 3 GB are announced', async (path, expected) => {
    const { status, body } = await announce(path, { 'Content-Length': `${3 * 1024 ** 3}` })
    expect(status).toBe(413)
    expect(body).toMatchObject({
      refusal: { code: expected, sentence: expect.stringMatching(/\p{L}{3}/u) },
    })
  })

  it('is refused when a document does not say how long it is', async () => {
    const { status, body } = await announce(`/modules/${code}/draft`, {
      'Transfer-Encoding': 'chunked',
    })
    expect(status).toBe(413)
    expect(body).toMatchObject({ refusal: { code: 'request.too-large' } })
  })
})

describe('the pages', () => {
  it('run only scripts that carry the number drawn for this very request', async () => {
    const nonces = [await nonceOf('/sign-in'), await nonceOf('/sign-in')]
    expect(new Set(nonces).size).toBe(2)
  })

  it('cannot be framed, and send their address to nobody else', async () => {
    const { headers } = await fetch(`${server.url}/sign-in`)
    const policy = headers.get('Content-Security-Policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain(`frame-src ${server.contentUrl}`)
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('X-Powered-By')).toBeNull()
  })

  it('answer an address that leads nowhere with 404 and a sentence', async () => {
    const response = await designer.fetch('/nulle-part', {
      headers: { 'Accept-Language': 'fr' },
    })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Cette page n’existe pas')
  })
})

describe('the second origin', () => {
  const key = () =>
    bank
      .select()
      .from(instanceValues)
      .all()
      .find(({ name }) => name === 'signingKey')!.value

  it('opens a package to whoever holds its link, and gives no cookie', async () => {
    const response = await open(signPath(key(), play(), new Date()))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('bonjour')
    expect(response.headers.getSetCookie()).toEqual([])
    const policy = response.headers.get('Content-Security-Policy')
    expect(policy).toContain(`frame-ancestors 'self' ${server.url}`)
  })

  it('opens nothing under a link that is too old, forged, cut or of another package', async () => {
    const folder = play()
    const past = new Date(Date.now() - linkHours * 3_600_000 - 1)
    const good = signPath(key(), folder, new Date())
    const [, seal] = good.split('.')
    const other = Buffer.from(JSON.stringify(['..', Date.now() + 9e9])).toString('base64url')
    const bad = [
      signPath(key(), folder, past),
      signPath('another key', folder, new Date()),
      `${other}.${seal}`,
      good.slice(0, -1),
      'a',
    ]
    for (const link of bad) expect((await open(link)).status).toBe(404)
  })

  it('leads to nothing outside the package', async () => {
    const link = signPath(key(), play(), new Date())
    for (const path of ['..%2f..%2fbank.sqlite', '.hidden', '%2e%2e/%2e%2e/bank.sqlite']) {
      expect((await open(link, path)).status).toBeGreaterThanOrEqual(400)
    }
    expect((await fetch(`${server.contentUrl}/modules`)).status).toBe(404)
  })

  function open(link: string, path = 'index.html'): Promise<Response> {
    return fetch(`${server.contentUrl}/p/${link}/files/${path}`)
  }

  function play(): string {
    const folder = join(server.dataDir, 'played', 'tried')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'index.html'), 'bonjour')
    writeFileSync(join(folder, '.hidden'), 'secret')
    return 'tried'
  }
})

function signedIn(email: string): Browser {
  const person = bank
    .select()
    .from(people)
    .all()
    .find((each) => each.email === email)!
  return server.browser(`session=${openSession(bank, person.id, new Date())}`)
}

const strange = {
  type: 'section',
  attrs: { id: 'sect' },
  content: [{ type: 'strange', attrs: { id: 'x' } }],
}

function changeTo(document: StoredDocument) {
  return changeBetween(draft().document, document)
}

function draft() {
  const organisationId = findOrganisations(bank)[0]!.id
  return findDraft(bank, { moduleId: code, organisationId })
}

function posting(body: unknown): RequestInit {
  const headers = { 'Content-Type': 'application/json' }
  return { method: 'POST', headers, body: JSON.stringify(body) }
}

/** Announces a body, sends only its beginning, and reads what comes back. */
async function announce(path: string, headers: Record<string, string>) {
  const sending = sendTo(path, headers, 'x'.repeat(100))
  const [response] = await once(sending, 'response')
  let text = ''
  for await (const chunk of response) text += chunk
  sending.destroy()
  return { status: response.statusCode as number, body: JSON.parse(text) as unknown }
}

function sendTo(path: string, headers: Record<string, string>, beginning: string) {
  const person = bank.select().from(people).all()[0]!
  const sending = openRequest(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      Origin: server.url,
      Cookie: `session=${openSession(bank, person.id, new Date())}`,
      ...headers,
    },
  })
  sending.on('error', () => undefined)
  sending.write(beginning)
  return sending
}

async function nonceOf(path: string): Promise<string> {
  const response = await fetch(`${server.url}${path}`)
  const policy = response.headers.get('Content-Security-Policy') ?? ''
  const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
  const scripts = [...(await response.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts.length).toBeGreaterThan(0)
  for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`)
  return nonce
}

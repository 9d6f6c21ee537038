import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bank, openBank } from '#app/db/client.server.ts'
import { assetRights, assets, people } from '#app/db/schema/bank/index.ts'
import { openSession } from '#app/services/accounts/sessions.server.ts'
import { assetPath } from '#app/services/assets/asset-files.server.ts'
import { type Browser, discard, type Running, startServer } from '#tests/builders/server.ts'
import { announce, arrived, send, sendPart, takeIn } from '#tests/builders/upload.ts'

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

describe('a file that was sent', () => {
  it('comes back with its size, and is served to nobody outside', async () => {
    const response = await send(
      designer,
      '<svg viewBox="0 0 2 2"><rect width="2"/></svg>',
      'carré.svg',
    )
    expect(response.status).toBe(201)
    const { digest, mediaType, name } = (await response.json()) as Record<string, string>
    expect({ mediaType, name }).toEqual({ mediaType: 'image/svg+xml', name: 'carré.svg' })
    expect((await designer.fetch(`/files/${digest}`)).status).toBe(200)
    expect((await server.browser().fetch(`/files/${digest}`)).status).toBe(401)
  })

  it('is served without what runs, and where nothing could run, when it is a drawing', async () => {
    const trap = '<svg viewBox="0 0 2 2" onload="alert(1)"><script>alert(1)</script></svg>'
    const { digest } = (await (await send(designer, trap, 'piege.svg')).json()) as {
      digest: string
    }
    const served = await designer.fetch(`/files/${digest}`)
    expect(served.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(served.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(await served.text()).not.toMatch(/alert|onload|script/)
  })

  it('that was made from another is under the same rights, its title apart', async () => {
    const film = bank
      .select()
      .from(assetRights)
      .all()
      .find(({ record }) => record.title.startsWith('Utiliser un extincteur'))!
    const captions = 'WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour.\n'
    const name = 'Quatre gestes — sous-titres.vtt'
    const digest = await digestIn(await send(designer, captions, name, film.digest))
    const rights = bank.select().from(assetRights).all()
    expect(rights.find((each) => each.digest === digest)?.record).toEqual({
      ...film.record,
      title: 'Quatre gestes — sous-titres',
    })
  })

  it('that is no file to show is refused with a sentence, and nothing is kept', async () => {
    const before = arriving()
    const response = await send(designer, '<html><script>alert(1)</script></html>', 'page.png')
    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({ refusal: { code: 'asset.unknown-type' } })
    expect(arriving()).toEqual(before)
  })

  it('is there once when it arrives twice at the same time', async () => {
    const text = 'Un texte envoyé deux fois.'
    const answers = await Promise.all([send(designer, text), send(designer, text)])
    const digests = await Promise.all(answers.map(digestIn))
    const digest = createHash('sha256').update(text).digest('hex')
    expect(digests).toEqual([digest, digest])
    expect(
      bank
        .select()
        .from(assets)
        .all()
        .filter((asset) => asset.digest === digest),
    ).toHaveLength(1)
    expect(existsSync(assetPath(server.dataDir, digest))).toBe(true)
  })

  it('is given again when the first answer was lost on its way', async () => {
    const address = await begun('Une réponse perdue.')
    const first = await takeIn(designer, address)
    const second = await takeIn(designer, address)
    expect(second.status).toBe(201)
    expect(await second.json()).toEqual(await first.json())
  })

  it('is not taken in before it is whole', async () => {
    const created = await announce(designer, 100, 'a.txt')
    const address = created.headers.get('Location')!
    await sendPart(designer, address, 'début', 0)
    const response = await takeIn(designer, address)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ refusal: { code: 'asset.broken' } })
    expect(await arrived(designer, address)).toBe(6)
  })
})

describe('what is refused before it is sent', () => {
  it('is a file that announces more than 4 GB', async () => {
    const response = await announce(designer, 4 * 1024 ** 3 + 1, 'film.mp4')
    expect(response.status).toBe(413)
    expect(await response.json()).toEqual({
      refusal: {
        code: 'asset.too-large',
        sentence: expect.stringMatching(
          /^Ce fichier dépasse 4\s096 Mo\s: il n’a pas été pris\.$/,
        ),
      },
    })
  })

  it('is a file that does not say how large it is', async () => {
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Defer-Length': '1' }
    const response = await designer.fetch('/uploads', { method: 'POST', headers })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ refusal: { code: 'asset.none' } })
  })

  it('is more than was announced', async () => {
    const created = await announce(designer, 3, 'a.txt')
    const address = created.headers.get('Location')!
    expect((await sendPart(designer, address, 'beaucoup', 0)).status).toBe(413)
  })
})

describe('an upload under way', () => {
  it('goes on after the connection was lost, from what has arrived', async () => {
    const text = 'première moitié, seconde moitié'
    const created = await announce(designer, Buffer.byteLength(text), 'a.txt')
    const address = created.headers.get('Location')!
    const bytes = Buffer.from(text)
    await leaveAfter(address, bytes.subarray(0, 10), bytes.length)
    const offset = await untilArrived(address, 10)
    const rest = await sendPart(designer, address, bytes.subarray(offset), offset)
    expect(rest.status).toBe(204)
    const digest = await digestIn(await takeIn(designer, address))
    expect(await (await designer.fetch(`/files/${digest}`)).text()).toBe(text)
  })

  it('goes on after the server was killed and started again', async () => {
    const own = await startServer(server.dataDir)
    const cookie = `session=${tokenOf('camille.roussel@exemple.fr')}`
    const text = 'avant la coupure, après la coupure'
    const bytes = Buffer.from(text)
    const created = await announce(own.browser(cookie), bytes.length, 'a.txt')
    const address = created.headers.get('Location')!
    await sendPart(own.browser(cookie), address, bytes.subarray(0, 9), 0)
    await own.kill()
    const again = await startServer(server.dataDir)
    const browser = again.browser(cookie)
    expect(await arrived(browser, address)).toBe(9)
    await sendPart(browser, address, bytes.subarray(9), 9)
    expect((await takeIn(browser, address)).status).toBe(201)
    await again.stop()
  })

  it('is given up by its sender, and leaves nothing', async () => {
    const before = arriving()
    const address = await begun('abandonné')
    const headers = { 'Tus-Resumable': '1.0.0' }
    expect((await designer.fetch(address, { method: 'DELETE', headers })).status).toBe(204)
    expect(arriving()).toEqual(before)
  })

  it('is nobody else’s: not read, not continued, not ended, not taken in', async () => {
    const address = await begun('à moi seul')
    const other = signedIn('aicha.fontaine@exemple.fr')
    expect(await arrived(other, address)).toBeNull()
    expect((await sendPart(other, address, 'x', 0)).status).toBe(404)
    const headers = { 'Tus-Resumable': '1.0.0' }
    expect((await other.fetch(address, { method: 'DELETE', headers })).status).toBe(404)
    expect((await takeIn(other, address)).status).toBe(404)
    expect((await server.browser().fetch(address, { method: 'HEAD', headers })).status).toBe(
      401,
    )
    expect(await arrived(designer, address)).toBe(Buffer.byteLength('à moi seul'))
  })

  it('is not shown while it is unfinished', async () => {
    expect((await designer.fetch(await begun('secret'))).status).toBe(404)
  })
})

/** A file that has arrived and was not taken in. */
async function begun(text: string): Promise<string> {
  const created = await announce(designer, Buffer.byteLength(text), 'a.txt')
  const address = created.headers.get('Location')!
  await sendPart(designer, address, text, 0)
  return address
}

async function digestIn(response: Response): Promise<string> {
  return ((await response.json()) as { digest: string }).digest
}

/** Sends the beginning of a longer part, then goes away. */
async function leaveAfter(address: string, beginning: Buffer, announced: number) {
  const leave = new AbortController()
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(beginning)
      setTimeout(() => leave.abort(), 300)
    },
  })
  const type = { 'Content-Type': 'application/offset+octet-stream' }
  const headers = { 'Tus-Resumable': '1.0.0', ...type, 'Upload-Offset': '0' }
  const init = { method: 'PATCH', headers, body, duplex: 'half', signal: leave.signal }
  expect(announced).toBeGreaterThan(beginning.length)
  await expect(designer.fetch(address, init as RequestInit)).rejects.toThrow()
}

async function untilArrived(address: string, least: number): Promise<number> {
  for (;;) {
    const offset = (await arrived(designer, address)) ?? 0
    if (offset >= least) return offset
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function arriving(): string[] {
  return readdirSync(join(server.dataDir, 'arriving'))
}

function tokenOf(email: string): string {
  const person = bank
    .select()
    .from(people)
    .all()
    .find((each) => each.email === email)!
  return openSession(bank, person.id, new Date())
}

function signedIn(email: string): Browser {
  return server.browser(`session=${tokenOf(email)}`)
}

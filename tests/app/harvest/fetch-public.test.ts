import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, it } from 'vitest'
import { fetchPublic } from '#app/services/outgoing/fetch-public.server.ts'
import { isPublicAddress } from '#app/services/outgoing/public-addresses.ts'

let server: Server | null = null
afterEach(() => {
  server?.close()
  server?.closeAllConnections()
  server = null
})

const limits = { most: 100_000, within: 2000 }
const anywhere = { ...limits, mayReach: () => true }

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it.each([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
  ],
  ...['0.0.0.0', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.1'],
  ...[
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '2002:7f00:1::',
  ],
  ...['64:ff9b::7f00:1', '2001:db8::1', '2001::1', 'fe80::1%eth0', 'bonjour', ''],
])('"%s" is not of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each(['93.184.216.34', '172.32.0.1', '192.167.1.1', '2606:2800:220:1::1', '2a01:e0a::1'])(
  '%s is',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

it.each([
  ...['http://localhost/', 'http://127.0.0.1/', 'http://[::1]/', 'http://2130706433/'],
  ...['http://0x7f.1/', 'http://[::ffff:10.0.0.1]/', 'http://169.254.169.254/latest'],
])('%s is never reached', async (address) => {
  await expect(fetchPublic(address, limits)).rejects.toMatchObject({ code: 'private-address' })
})

it.each(['file:///etc/passwd', 'ftp://exemple.fr/', 'http://a:b@exemple.fr/', 'bonjour'])(
  '%s is no address of the web',
  async (address) => {
    await expect(fetchPublic(address, limits)).rejects.toMatchObject({ code: 'bad-address' })
  },
)

it('a redirection to a closed address is not followed', async () => {
  const address = await serve((_request, response) => {
    response.writeHead(302, { Location: 'http://169.254.169.254/' }).end()
  })
  const onlyFirst = { ...limits, mayReach: (each: string) => each === '127.0.0.1' }
  await expect(fetchPublic(address, onlyFirst)).rejects.toMatchObject({
    code: 'private-address',
  })
})

it('follows redirections, a few', async () => {
  const address = await serve((request, response) => {
    if (request.url === '/b') response.end('arrivé')
    else response.writeHead(301, { Location: request.url === '/a' ? '/b' : '/c' }).end()
  })
  expect(String((await fetchPublic(`${address}/a`, anywhere)).body)).toBe('arrivé')
  await expect(fetchPublic(`${address}/c`, anywhere)).rejects.toMatchObject({
    code: 'too-many-redirects',
  })
})

it('stops at the size that is allowed, also of what comes compressed', async () => {
  const address = await serve((request, response) => {
    const body = Buffer.alloc(200_000)
    if (request.url === '/plain') response.end(body)
    else response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(body))
  })
  for (const path of ['/plain', '/gzip'])
    await expect(fetchPublic(address + path, anywhere)).rejects.toMatchObject({
      code: 'too-large',
    })
})

it('says when nobody answers, or too late', async () => {
  const address = await serve(() => undefined)
  const soon = { ...anywhere, within: 200 }
  await expect(fetchPublic(address, soon)).rejects.toMatchObject({ code: 'too-slow' })
  await expect(fetchPublic('http://127.0.0.1:1/', anywhere)).rejects.toMatchObject({
    code: 'unreachable',
    what: 'ECONNREFUSED',
  })
})

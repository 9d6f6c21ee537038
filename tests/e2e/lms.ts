import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
}

/** As strict as a page can be told to be, and still show a package. */
const policy = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'media', 'connect'].map((kind) => `${kind}-src 'self'`),
].join('; ')

const scormAgain = join(dirname(createRequire(import.meta.url).resolve('scorm-again')), '.')

/** An LMS of scorm-again on a port of its own, with packages unpacked in memory. */
export type Lms = {
  origin: string
  play: (page: Page, name: string) => Promise<FrameLocator>
  close: () => void
}

/**
 * Serves packages and a page that plays them.
 *
 * @param packages files by path, by a name that starts with `scorm-12`, `scorm-2004` or `web`
 * @param framed origin of which they may hold pages
 * @param heard origin of the LRS that they may tell of learners
 */
export async function startLms(
  packages: Map<string, Map<string, Buffer>>,
  { framed = '', heard = '' }: { framed?: string; heard?: string } = {},
): Promise<Lms> {
  const connected = policy.replace("connect-src 'self'", `$& ${heard}`)
  const allowed = framed ? `${connected}; frame-src 'self' ${framed}` : connected

  const server = createServer((request, response) => {
    const [, folder = '', ...names] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    const name = names.join('/')
    const instead = decodeURIComponent((request.url ?? '').split('?')[1] ?? '')
    if (folder === 'lms')
      return response.setHeader('Content-Type', 'text/html').end(lmsPage(name, instead))
    if (folder === 'between') {
      const inner = `http://localhost:${request.socket.localPort}/${name}/index.html`
      return response
        .setHeader('Content-Type', 'text/html')
        .end(`<iframe src="${inner}" width="900" height="600"></iframe>`)
    }
    if (folder === 'runtime') {
      return response.end(readFileSync(join(scormAgain, 'scorm-again.min.js')))
    }
    const file = packages.get(folder)?.get(name)
    if (!file) return response.writeHead(404).end()
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream')
    return response.setHeader('Content-Security-Policy', allowed).end(file)
  }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    origin,
    async play(page, name) {
      await page.goto(`${origin}/lms/${name}`)
      const module = page.frameLocator('iframe')
      await module.locator('html[data-player]').waitFor()
      return module
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * A page that plays a package as an LMS does, and writes down each call. A test may have it answer
 * something else, throw or dawdle (`window.mood`), or cut what it keeps
 * (`window.cut`).
 *
 * @param framed address that stands in its frame instead of the module
 */
function lmsPage(name: string, framed: string): string {
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>LMS</title>
    <link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>@media (width < 40rem) {
      iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0 }
    }</style>
    <script src="/runtime/"></script>
    <script>
      const is12 = ${name.startsWith('scorm-12')}
      const name = is12 ? 'API' : 'API_1484_11'
      const api = is12 ? new Scorm12API({ logLevel: 5 }) : new Scorm2004API({ logLevel: 5 })
      const kept = JSON.parse(localStorage.getItem('kept') ?? '{}')
      api.loadFromJSON(kept, 'cmi')
      window.calls = []
      window[name] = new Proxy({}, {
        get: (_, member) => (...args) => {
          const instead = window.mood?.(member, ...args)
          const answer = instead ?? api[member](...args)
          calls.push([member, ...args, answer])
          if (/SetValue/.test(member) && args[0] === 'cmi.suspend_data' && answer === 'true') {
            const text = args[1].slice(0, window.cut ?? args[1].length)
            localStorage.setItem('kept', JSON.stringify({ suspend_data: text }))
          }
          return answer
        },
      })
    </script>
    <iframe title="module" src="${framed || `/${name}/index.html`}" width="1200" height="800"></iframe>`
}

/** Takes the module away as a closed window does, and gives the calls it made, each with its answer last. */
export async function leave(page: Page): Promise<string[][]> {
  await page.locator('iframe').evaluate((frame) => frame.remove())
  return page.evaluate(() => (window as unknown as { calls: string[][] }).calls)
}

/** The last value that an element of the data model was given. */
export const lastValue = (calls: string[][], element: string) =>
  calls.filter(([, name]) => name === element).at(-1)?.[2]

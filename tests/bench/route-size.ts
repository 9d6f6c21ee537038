import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { discard, startServer } from '#tests/builders/server.ts'
import { openBrowser } from './editor-pages.ts'
import { atMost, type Measure } from './measure.ts'

const kilobyte = 1000
const routes = [
  { path: '/modules/choisir-un-extincteur/write', ready: '.ProseMirror', limit: 350 },
  { path: '/modules/choisir-un-extincteur', ready: 'main', limit: 150 },
  { path: '/modules', ready: 'main', limit: 150 },
  { path: '/modules/choisir-un-extincteur/quality', ready: 'main', limit: 150 },
]

/** JavaScript that a page asks for before it can be used, compressed as it goes over the wire. */
export async function benchRouteSize(): Promise<Measure[]> {
  const server = await startServer()
  const browser = await openBrowser()
  try {
    const measures: Measure[] = []
    for (const { path, ready, limit } of routes) {
      const page = await browser.newPage({ locale: 'fr-FR' })
      await signIn(page, server.url)
      measures.push(
        atMost(1, {
          name: `JavaScript of ${path.replace('choisir-un-extincteur', ':id')}`,
          unit: 'kB gzip',
          ours: await scriptsOf(page, `${server.url}${path}`, ready),
          limit,
        }),
      )
      await page.context().close()
    }
    return measures
  } finally {
    await browser.close()
    await discard(server)
  }
}

async function scriptsOf(page: Page, url: string, ready: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? ''))
      bodies.push(response.body())
  })
  // A page of its own: what the one before it loaded is asked for again.
  const fresh = await page.context().newCDPSession(page)
  await fresh.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(url)
  await page.locator(ready).first().waitFor()
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body, { level: 6 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / kilobyte
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Adresse électronique').fill('camille.roussel@exemple.fr')
  await page.getByLabel('Mot de passe').fill('grain-de-demonstration')
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor()
}

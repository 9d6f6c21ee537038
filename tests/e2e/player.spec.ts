import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type FrameLocator, type Page, test } from '@playwright/test'
import type { Format } from '#packaging/package-source.ts'
import { builtPackage, unzip } from '#tests/builders/zip.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.mp4': 'video/mp4',
  '.vtt': 'text/vtt',
}

/** As strict as a page can be told to be, and still show a package. */
const policy = [
  "default-src 'none'",
  ...['script', 'style', 'img', 'media', 'connect'].map((kind) => `${kind}-src 'self'`),
].join('; ')

const scormAgain = join(dirname(createRequire(import.meta.url).resolve('scorm-again')), '.')

let server: Server
let origin = ''
const packages = new Map<string, Map<string, Buffer>>()

test.beforeAll(async () => {
  for (const format of ['scorm-12', 'scorm-2004-4', 'web'] satisfies Format[]) {
    packages.set(format, await unzip(await builtPackage(format)))
  }
  server = createServer((request, response) => {
    const [, folder = '', ...names] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    const name = names.join('/')
    if (folder === 'lms')
      return response.setHeader('Content-Type', 'text/html').end(lmsPage(name))
    if (folder === 'runtime') {
      return response.end(readFileSync(join(scormAgain, 'scorm-again.min.js')))
    }
    const file = packages.get(folder)?.get(name)
    if (!file) return response.writeHead(404).end()
    response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream')
    return response.setHeader('Content-Security-Policy', policy).end(file)
  }).listen(0)
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})

test.afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** A page that plays a package as an LMS does, and writes down each call. */
function lmsPage(format: string): string {
  return `<!doctype html><meta charset="utf-8"><title>LMS</title>
    <link rel="icon" href="data:,">
    <script src="/runtime/"></script>
    <script>
      const is12 = ${format === 'scorm-12'}
      const name = is12 ? 'API' : 'API_1484_11'
      const api = is12 ? new Scorm12API({ logLevel: 5 }) : new Scorm2004API({ logLevel: 5 })
      const kept = JSON.parse(localStorage.getItem('kept') ?? '{}')
      api.loadFromJSON(kept, 'cmi')
      window.calls = []
      window[name] = new Proxy({}, {
        get: (_, member) => (...args) => {
          const answer = api[member](...args)
          calls.push([member, ...args])
          if (/SetValue/.test(member) && args[0] === 'cmi.suspend_data') {
            localStorage.setItem('kept', JSON.stringify({ suspend_data: args[1] }))
          }
          return answer
        },
      })
    </script>
    <iframe title="module" src="/${format}/index.html" width="1200" height="800"></iframe>`
}

async function play(page: Page, format: Format): Promise<FrameLocator> {
  await page.goto(`${origin}/lms/${format}`)
  const module = page.frameLocator('iframe')
  await module.locator('html[data-player]').waitFor()
  return module
}

async function leave(page: Page): Promise<string[][]> {
  await page.locator('iframe').evaluate((frame) => frame.remove())
  return page.evaluate(() => (window as unknown as { calls: string[][] }).calls)
}

const lastValue = (calls: string[][], element: string) =>
  calls.filter(([, name]) => name === element).at(-1)?.[2]

const form = (module: FrameLocator, index: number) => module.locator('form').nth(index)

async function answerRightly(module: FrameLocator): Promise<void> {
  const right = [['Alerter'], ['Le bois', 'Le papier'], ['Faux']]
  for (const [index, labels] of right.entries()) {
    for (const label of labels) await form(module, index).getByLabel(label).check()
    await form(module, index).getByRole('button', { name: 'Valider' }).click()
  }
  await module.getByLabel('Votre réponse').fill('18,2')
  await form(module, 3).getByRole('button', { name: 'Valider' }).click()
}

test.describe('a learner', () => {
  test('passes in SCORM 1.2, and the LMS is told once, even when the frame is torn away', async ({
    page,
  }) => {
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    page.on('pageerror', (error) => faults.push(error.message))
    const module = await play(page, 'scorm-12')
    await module.getByRole('button', { name: 'Suivant' }).click()
    await expect(module.getByRole('heading', { name: 'Agir' })).toBeFocused()
    await module.getByRole('button', { name: 'Suivant' }).click()
    await answerRightly(module)
    await expect(module.getByText('Vous avez terminé et réussi ce module.')).toBeVisible()
    const calls = await leave(page)
    expect(lastValue(calls, 'cmi.core.lesson_status')).toBe('passed')
    expect(lastValue(calls, 'cmi.core.score.raw')).toBe('100')
    expect(calls.filter(([name]) => name === 'LMSFinish')).toHaveLength(1)
    expect(faults.filter((fault) => !/favicon|media|ERR_REQUEST_RANGE/.test(fault))).toEqual([])
  })

  test('resumes in SCORM 2004 where the tab was closed, with the answers given', async ({
    page,
  }) => {
    const module = await play(page, 'scorm-2004-4')
    await module.getByRole('link', { name: 'Vérifier' }).click()
    await form(module, 0).getByLabel('Courir').check()
    await form(module, 0).getByRole('button', { name: 'Valider' }).click()
    await expect(form(module, 0).getByText('Il vous reste un essai.')).toBeVisible()
    const calls = await leave(page)
    expect(lastValue(calls, 'cmi.exit')).toBe('suspend')
    expect(calls.at(-1)?.[0]).toBe('Terminate')

    const again = await play(page, 'scorm-2004-4')
    await expect(again.getByText('Bon retour')).toBeVisible()
    await expect(again.getByRole('heading', { name: 'Vérifier' })).toBeVisible()
    await expect(form(again, 0).getByLabel('Courir')).toBeChecked()
    await expect(form(again, 0).getByText('Il vous reste un essai.')).toBeVisible()
  })

  test('quits by the button and is told that all is handed over', async ({ page }) => {
    const module = await play(page, 'scorm-12')
    await module.getByRole('button', { name: 'Quitter' }).click()
    await expect(module.getByText('Votre progression a été transmise.')).toBeFocused()
    const calls = await leave(page)
    expect(calls.filter(([name]) => name === 'LMSFinish')).toHaveLength(1)
  })

  test('goes through the module with the keyboard alone', async ({ page }) => {
    await page.goto(`${origin}/web/index.html`)
    await page.locator('html[data-player]').waitFor()
    await page.getByRole('button', { name: 'Suivant' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Agir' })).toBeFocused()
    await page.getByRole('button', { name: 'Suivant' }).press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.locator('form').first().getByRole('button').press('Enter')
    await expect(page.locator('form').first().getByRole('status')).toContainText(
      /juste|réponse/,
    )
  })

  test('reads everything in one page without a script', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${origin}/web/index.html`)
    for (const title of ['Reconnaître un feu', 'Agir', 'Vérifier']) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
    }
    await expect(page.getByRole('button', { name: 'Suivant' })).toBeHidden()
    await context.close()
  })
})

for (const [name, viewport] of [
  ['a desktop', { width: 1280, height: 900 }],
  ['a phone', { width: 360, height: 740 }],
] as const) {
  test(`the pages on ${name} have no axe violation and never scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(`${origin}/web/index.html`)
    await page.locator('html[data-player]').waitFor()
    for (const last of [false, false, true]) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wide).toBe(0)
      if (!last) await page.getByRole('button', { name: 'Suivant' }).click()
    }
    await page.goto(`${origin}/web/credits.html`)
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
}

import type { CDPSession, Page } from '@playwright/test'
import { findOrganisations } from '#app/services/accounts/find-organisations.server.ts'
import { listMembers } from '#app/services/accounts/list-members.server.ts'
import { saveDraft } from '#app/services/modules/save-draft.server.ts'
import type { StoredDocument } from '#content-schema/document.ts'
import { openFolder } from '#tests/builders/instance.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'
import { moduleOf } from './editor-documents.ts'
import { openBrowser, serveEditors } from './editor-pages.ts'
import { inTurn } from './in-turn.ts'
import { atMost, type Measure } from './measure.ts'

/** Elements of the module, and how long a key may take beside bare ProseMirror. */
const sizes = [
  { elements: 60, bound: 1.1 },
  { elements: 200, bound: 1.1 },
  { elements: 800, bound: 0.9 },
]
const scriptBound = 2
const rounds = 4
const keys = 60
const moduleId = 'choisir-un-extincteur'

/**
 * Real key presses in the writing page as people have it — saving, checking, outline and all —
 * against bare ProseMirror with the same document.
 */
export async function benchEditorTyping(): Promise<Measure[]> {
  const server = await startServer()
  const editors = await serveEditors()
  const browser = await openBrowser()
  try {
    const measures: Measure[] = []
    for (const { elements, bound } of sizes) {
      const stored = moduleOf(elements)
      writeDraft(server, stored)
      const ours = await signedIn(await browser.newPage({ locale: 'fr-FR' }), server)
      await ours.goto(`${server.url}/modules/${moduleId}/write`)
      const bare = await browser.newPage({ locale: 'fr-FR' })
      await bare.goto(`${editors.origin}/bare-editor.html`)
      await bare.evaluate((document) => window.openEditor(document), stored)
      for (const page of [ours, bare]) await prepare(page)
      const typed = await inTurn(
        rounds,
        () => type(ours),
        () => type(bare),
      )
      measures.push(...measuresOf(elements, bound, typed))
      await ours.context().close()
      await bare.context().close()
    }
    return measures
  } finally {
    await browser.close()
    editors.close()
    await discard(server)
  }
}

/** What a round of key presses cost: each key until its frame, and the script of a key. */
type Typed = { frames: number[]; script: number }

function measuresOf(
  elements: number,
  bound: number,
  { ours, limit }: { ours: Typed[]; limit: Typed[] },
): Measure[] {
  const p95 = (rounds: Typed[]) =>
    percentile(
      rounds.flatMap(({ frames }) => frames),
      0.95,
    )
  const script = (rounds: Typed[]) =>
    rounds.reduce((sum, round) => sum + round.script, 0) / rounds.length
  return [
    atMost(bound, {
      name: `typing: key to frame, p95, ${elements} elements`,
      unit: 'ms',
      ours: p95(ours),
      limit: p95(limit),
    }),
    atMost(scriptBound, {
      name: `typing: script of a key, ${elements} elements`,
      unit: 'ms',
      ours: script(ours),
      limit: script(limit),
    }),
  ]
}

/** In the middle of the module, at the end of a paragraph; the first keys warm everything up. */
async function prepare(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.bringToFront()
  const editor = page.locator('.ProseMirror')
  await editor.waitFor()
  const paragraph = editor.locator('> section').nth(1).locator('> p').nth(1)
  await paragraph.scrollIntoViewIfNeeded()
  await paragraph.click()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => frames.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  await press(page, 20)
}

async function type(page: Page): Promise<Typed> {
  await page.bringToFront()
  await page.waitForTimeout(1500)
  await page.evaluate(() => {
    ;(window as unknown as { frames: number[] }).frames.length = 0
  })
  const before = await scriptTime(page)
  await press(page, keys)
  const script = ((await scriptTime(page)) - before) / keys
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  return { frames: [...frames], script }
}

async function press(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press(index % 6 === 5 ? 'Space' : 'e')
    await page.waitForTimeout(40)
  }
}

const watched = new WeakMap<Page, CDPSession>()

/** Milliseconds of script since the first time this was asked of the page. */
async function scriptTime(page: Page): Promise<number> {
  const devtools = watched.get(page) ?? (await page.context().newCDPSession(page))
  if (!watched.has(page)) await devtools.send('Performance.enable')
  watched.set(page, devtools)
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN)
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The server's own file, written beside it as the command line does. */
function writeDraft({ dataDir }: Running, document: StoredDocument): void {
  const { bank, statements } = openFolder(dataDir)
  const organisationId = findOrganisations(bank)[0]!.id
  const personId = listMembers(bank, { organisationId })[0]!.id
  saveDraft(bank, {
    moduleId,
    organisationId,
    personId,
    baseVersion: null,
    change: { document },
    now: new Date(),
  })
  bank.$client.close()
  statements.$client.close()
}

async function signedIn(page: Page, { url }: Running): Promise<Page> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Adresse électronique').fill('camille.roussel@exemple.fr')
  await page.getByLabel('Mot de passe').fill('grain-de-demonstration')
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('heading', { name: /^Bonjour/ }).waitFor()
  return page
}

import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { openBank } from '#app/db/client.server.ts'
import { save, workplace } from '#tests/builders/bank.ts'
import { askRound, lettersTo, lou, tokenIn } from '#tests/builders/rounds.ts'
import { discard, type Running, startServer } from '#tests/builders/server.ts'
import { moduleOf } from './editor-documents.ts'
import { inTurn, median } from './in-turn.ts'
import { atMost, type Measure } from './measure.ts'

const nodes = 60
const rounds = 9
const mostTimes = 1.5

/**
 * A guest opens the link of their letter: how long until they read the first paragraph of a module of
 * 60 nodes, beside the stand-alone web package alone, each in a browser that knows neither.
 */
export async function benchGuestPage(): Promise<Measure[]> {
  const server = await startServer()
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath && { executablePath }),
  })
  try {
    const link = invite(server)
    const alone = await packageOf(browser, link)
    const ours = () => timeToRead(browser, link)
    const limit = () => timeToRead(browser, alone)
    await ours()
    await limit()
    const times = await inTurn(rounds, ours, limit)
    return [
      atMost(mostTimes, {
        name: `guest: a module of ${nodes} nodes is readable from the link of a letter`,
        unit: 'ms',
        ours: median(times.ours),
        limit: median(times.limit),
        note: 'limit: the web package alone',
      }),
    ]
  } finally {
    await browser.close()
    await discard(server)
  }
}

function invite(server: Running): string {
  const bank = openBank(join(server.dataDir, 'bank.sqlite'))
  const place = workplace(bank)
  save(place, { document: moduleOf(nodes) })
  askRound(place, { now: new Date(), dueOn: null })
  const [letter] = lettersTo(place, lou.email)
  bank.$client.close()
  return `${server.url}/invited/${tokenIn(letter!.text)}`
}

/** The address of the package that the reviewer's page plays. */
async function packageOf(browser: Browser, link: string): Promise<string> {
  const page = await browser.newPage()
  await page.goto(link)
  const address = await page.locator('iframe').getAttribute('src')
  await page.close()
  return address!
}

/** Milliseconds from the click on a link to the first paint of what the module says. */
async function timeToRead(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const started = performance.timeOrigin + performance.now()
  await page.goto(address)
  const module = page.frames().at(-1)!
  await module.locator('p:visible').first().waitFor()
  const shown = await module.evaluate(() => {
    const [first] = performance.getEntriesByName('first-contentful-paint')
    return performance.timeOrigin + first!.startTime
  })
  await context.close()
  return shown - started
}

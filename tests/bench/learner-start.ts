import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { buildPackage } from '#packaging/index.ts'
import { projectRoot } from '#packaging/project-root.ts'
import { unzip } from '#tests/builders/zip.ts'
import type { Start } from './in-page/lms.ts'
import { inTurn, median } from './in-turn.ts'
import { atMost, context, type Measure } from './measure.ts'
import { sampleNamed, settingsOf, withSamples } from './sample-sources.ts'
import { serveFiles } from './serve-files.ts'

const rounds = 7
const bound = 1.15
/** Milliseconds on the slow machine, from what can be read to the LMS that hears of it. */
const mostLater = 150
const slowness = 4
/** 10 Mbit/s both ways, and 40 ms until a first answer. */
const network = {
  offline: false,
  latency: 40,
  downloadThroughput: 10_000_000 / 8,
  uploadThroughput: 10_000_000 / 8,
}

/**
 * How long a learner with a slow machine waits for something to read: a package in an LMS, against
 * the same page, styles and pictures without a script.
 */
export async function benchLearnerStart(): Promise<Measure[]> {
  const server = await serveFiles(await pages())
  const executablePath = process.env.CHROMIUM_PATH
  const browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath && { executablePath }),
  })
  try {
    const start = (folder: string) => playOnce(browser, server.origin, folder)
    for (const folder of ['package', 'static']) await start(folder)
    const starts = await inTurn(
      rounds,
      () => start('package'),
      () => start('static'),
    )
    return measures(starts)
  } finally {
    await browser.close()
    server.close()
  }
}

function measures({ ours, limit }: { ours: Start[]; limit: Start[] }): Measure[] {
  const middle = (starts: Start[], of: (start: Start) => number) => median(starts.map(of))
  const later = middle(ours, ({ initialisedMs, readableMs }) => initialisedMs! - readableMs)
  return [
    atMost(bound, {
      name: 'start: time to readable content',
      unit: 'ms',
      ours: middle(ours, ({ readableMs }) => readableMs),
      limit: middle(limit, ({ readableMs }) => readableMs),
      note: 'limit: the same page and pictures without a script',
    }),
    atMost(1, {
      name: 'start: the LMS hears of it so much later',
      unit: 'ms',
      ours: later,
      limit: mostLater,
    }),
    context(
      'start: calls to the LMS',
      '',
      middle(ours, ({ calls }) => calls),
    ),
    context(
      'start: of which it must store',
      '',
      middle(ours, ({ commits }) => commits),
    ),
    context('start: asked for before', 'kB', middle(ours, ({ bytes }) => bytes) / 1000),
    context(
      'start: files asked for before',
      '',
      middle(ours, ({ requests }) => requests),
    ),
  ]
}

/** A browser that knows nothing yet: no file is kept from one time to the next. */
async function playOnce(browser: Browser, origin: string, folder: string): Promise<Start> {
  const visit = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await visit.newPage()
    await page.goto(`${origin}/lms.html`)
    await slowDown(page)
    return await page.evaluate(
      (url) => (window as unknown as { play: (url: string) => Promise<Start> }).play(url),
      `/${folder}/index.html`,
    )
  } finally {
    await visit.close()
  }
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', network)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowness })
}

/** The LMS page, the package as it is handed out, and the same without what makes it a player. */
async function pages(): Promise<Map<string, Buffer>> {
  const files = await unzipSample()
  const index = String(files.get('index.html'))
  const still = new Map([...files, ['index.html', Buffer.from(withoutScripts(index))]])
  return new Map([
    ['lms.html', Buffer.from(lmsPage)],
    ['lms.js', await lmsScript()],
    ...[...files].map(([path, file]) => [`package/${path}`, file] as const),
    ...[...still].map(([path, file]) => [`static/${path}`, file] as const),
  ])
}

function unzipSample(): Promise<Map<string, Buffer>> {
  return withSamples(async (samples) => {
    const path = join(samples.folder, 'start.zip')
    const source = sampleNamed(samples, 'choisir-un-extincteur')
    await buildPackage(source, settingsOf('scorm-12'), path)
    return unzip(path)
  })
}

function withoutScripts(html: string): string {
  const still = html.replace(/<script\b[^>]*>[^<]*<\/script>/g, '')
  if (still.includes('<script')) throw new Error('a script is left in the page')
  return still
}

const lmsPage = `<!doctype html>
<meta charset="utf-8">
<title>LMS</title>
<link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { width: 100vw; height: 100vh; border: 0; display: block }</style>
<body><script src="lms.js"></script>`

async function lmsScript(): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, 'tests/bench/in-page/lms.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
  })
  return Buffer.from(outputFiles[0]!.contents)
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'

/** How long a browser may take over one page, in milliseconds. */
const patience = 180_000

/**
 * Prints a page: tagged, with bookmarks from its titles. The browser runs no script and reaches
 * nothing but the page. The same page and date give the same bytes from the same browser.
 *
 * @param browser path of a Chromium
 * @param date milliseconds since 1970: when the file says it was made
 */
export async function writePdf(html: string, browser: string, date: number): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'grainotheque-pdf-'))
  const file = join(folder, 'page.html')
  try {
    await writeFile(file, html)
    const opened = await open(browser)
    try {
      const pdf = await printed(opened, pathToFileURL(file).href)
      return dated(renumbered(pdf), date)
    } finally {
      await opened.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In its sandbox wherever the system has one: root has none, nor have some containers. */
async function open(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking']
  const launch = (chromiumSandbox: boolean) =>
    chromium.launch({ executablePath, chromiumSandbox, args })
  if (process.getuid?.() === 0) return launch(false)
  return launch(true).catch(() => launch(false))
}

async function printed(browser: Browser, address: string): Promise<Buffer> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    reducedMotion: 'reduce',
  })
  await context.route('**/*', (route) =>
    route.request().url() === address ? route.continue() : route.abort(),
  )
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  await page.goto(address, { waitUntil: 'load', timeout: patience })
  return page.pdf({
    tagged: true,
    outline: true,
    preferCSSPageSize: true,
    printBackground: true,
  })
}

/**
 * The cells of tables are named after a count that the browser keeps for itself, and that is not
 * always the same: they are named 1, 2, 3 …, each in as many bytes.
 */
function renumbered(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const found = [...text.matchAll(/^\/ID \(node(\d{8})\)/gm)].map(([, number]) => number)
  const sorted = [...new Set(found)].sort()
  const own = new Map(
    sorted.map((number, index) => [number, String(index + 1).padStart(8, '0')]),
  )
  const named = text.replace(/^(?:<<)?\/(?:ID|Headers|Limits|Names) .*/gm, (line) =>
    line.replace(/\(node(\d{8})\)/g, (_, number) => `(node${own.get(number) ?? number})`),
  )
  return Buffer.from(named, 'latin1')
}

/**
 * Puts the edition's date where the browser wrote the present one, and our name where it wrote its
 * own: each in as many bytes as stood there, since a PDF finds its parts by counting bytes.
 */
function dated(pdf: Buffer, date: number): Buffer {
  const start = pdf.subarray(0, factsEnd).toString('latin1')
  const written = start
    .replace(/(\/(?:CreationDate|ModDate) \()D:[^)]*(?=\))/g, (all, name: string) =>
      `${name}${pdfDate(date)}`.padEnd(all.length),
    )
    .replace(/\/Creator \((?:\\.|[^\\)])*\)/, (all) =>
      '/Creator (Grainotheque)'.padEnd(all.length),
    )
  if (written.length !== start.length)
    throw new Error('the facts of the PDF changed its length')
  return Buffer.concat([Buffer.from(written, 'latin1'), pdf.subarray(factsEnd)])
}

/** The facts are the first thing in the file; a title of any length fits before this byte. */
const factsEnd = 8192

/** @see ISO 32000-1 §7.9.4 */
function pdfDate(date: number): string {
  const digits = new Date(date).toISOString().replace(/\D/g, '').slice(0, 14)
  return `D:${digits}+00'00'`
}

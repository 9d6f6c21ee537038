import { posix } from 'node:path'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import { lookFor, pathIn } from './look-for.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks the pages and style sheets: they ask nothing of another host, run nothing inline, and what
 * they show is in the package. A link that a learner may follow can lead anywhere.
 */
export async function checkPages(zip: OpenZip): Promise<PackageFinding[]> {
  const pages = [...zip.entries.keys()].filter((path) => /\.(html?|css)$/i.test(path))
  const found: PackageFinding[][] = []
  // One after another: all of them at once would stand in memory.
  for (const path of pages) found.push((await checkPage(path, zip)).slice(0, mostOfOnePage))
  return found.flat()
}

/** More than anybody reads of one page. */
const mostOfOnePage = 200

/** Checks a page that is all there is: it shows nothing that is not in it. */
export function checkOnePage(html: string): PackageFinding[] {
  return htmlAddresses(html).flatMap((address) => checkAddress('index.html', address, noFiles))
}

const noFiles = { entries: new Map<string, number>() }

async function checkPage(path: string, zip: OpenZip): Promise<PackageFinding[]> {
  const text = await zip.text(path)
  if (text === null) return [packageError('page.unreadable', { path })]
  const addresses = path.endsWith('.css') ? cssAddresses(text) : htmlAddresses(text)
  return [
    ...[...new Set(addresses)].flatMap((address) => checkAddress(path, address, zip)),
    ...(path.endsWith('.css') ? [] : inlineCode(path, text)),
  ]
}

function checkAddress(
  page: string,
  address: string,
  zip: Pick<OpenZip, 'entries'>,
): PackageFinding[] {
  if (/^(https?:)?\/\//i.test(address)) {
    return [packageError('page.external-host', { path: page, address: address.slice(0, 200) })]
  }
  if (address === '' || /^([a-z][a-z0-9+.-]*:|#)/i.test(address)) return []
  const path = pathIn(unescaped(address), [posix.dirname(page)])
  if (path === null) return []
  return lookFor(path, zip, 'page.missing-file', { in: page, address })
}

/** Addresses are written with the entity that an ampersand needs in HTML. */
function unescaped(address: string): string {
  return address.replace(/&amp;/g, '&')
}

/** What a browser fetches by itself: `src`, `srcset`, `poster`, and the `href` of a `link`. */
function htmlAddresses(html: string): string[] {
  return tagsOf(html).flatMap((tag) => [
    ...attributes(tag, 'src'),
    ...attributes(tag, 'srcset').flatMap(candidates),
    ...attributes(tag, 'poster'),
    ...(/^<link\b/i.test(tag) ? attributes(tag, 'href') : []),
  ])
}

/** The addresses of a `srcset`, without the widths beside them. */
function candidates(srcset: string): string[] {
  return srcset.split(',').map((each) => each.trim().split(/\s+/)[0] ?? '')
}

function cssAddresses(css: string): string[] {
  const found = css.matchAll(
    /url\(\s{0,20}["']?([^"')]{0,2000})["']?\s{0,20}\)|@import\s{1,20}["']([^"']{0,2000})["']/gi,
  )
  return [...found].map(([, url, imported]) => url ?? imported ?? '')
}

function attributes(tag: string, name: string): string[] {
  const found = tag.matchAll(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'gi'),
  )
  return [...found].map(([, double, single, bare]) => (double ?? single ?? bare ?? '').trim())
}

/**
 * Read from left to right once, however a page was written to make that slow. What a comment or a
 * script holds is no tag.
 */
function tagsOf(html: string): string[] {
  const tags: string[] = []
  const starts = /<(?:!--|[a-z])/gi
  for (let start = starts.exec(html); start; start = starts.exec(html)) {
    const end =
      start[0] === '<!--' ? after('-->', html, start.index) : endOfTag(html, start.index)
    if (end < 0) break
    const tag = html.slice(start.index, end)
    if (start[0] !== '<!--') tags.push(tag)
    starts.lastIndex = /^<script\b/i.test(tag) ? afterScript(html, end) : end
  }
  return tags
}

function after(mark: string, html: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

function afterScript(html: string, from: number): number {
  const closing = /<\/script/gi
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

/** After its `>`, one between quotes not being it; -1 when there is none. */
function endOfTag(html: string, from: number): number {
  const marks = /["'>]/g
  marks.lastIndex = from
  for (let mark = marks.exec(html); mark; mark = marks.exec(html)) {
    if (mark[0] === '>') return marks.lastIndex
    const closing = html.indexOf(mark[0], marks.lastIndex)
    if (closing >= 0) marks.lastIndex = closing + 1
  }
  return -1
}

/** Handlers, styles and scripts in the page itself: a strict security policy blocks them. */
function inlineCode(path: string, html: string): PackageFinding[] {
  const tags = tagsOf(html)
  const handler = tags.some((tag) =>
    /\s(on[a-z]+|style)\s*=/i.test(tag.replace(/"[^"]*"/g, '""')),
  )
  const script = tags.some(
    (tag) =>
      /^<script\b/i.test(tag) && !/\ssrc\s*=/i.test(tag) && !/application\/json/.test(tag),
  )
  return handler || script || tags.some((tag) => /^<style\b/i.test(tag))
    ? [packageWarning('page.inline-code', { path })]
    : []
}

import { posix } from 'node:path'
import { type PackageFinding, packageError, packageWarning } from './finding.ts'
import type { OpenZip } from './read-zip.ts'

/**
 * Checks the pages and style sheets: they ask nothing of another host, run nothing inline, and what
 * they show is in the package. A link that a learner may follow can lead anywhere.
 */
export async function checkPages(zip: OpenZip): Promise<PackageFinding[]> {
  const pages = [...zip.entries.keys()].filter((path) => /\.(html?|css)$/i.test(path))
  const found = await Promise.all(pages.map((path) => checkPage(path, zip)))
  return found.flat()
}

/** Checks a page that is all there is: it shows nothing that is not in it. */
export function checkOnePage(html: string): PackageFinding[] {
  const markup = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, '$1')
  return htmlAddresses(markup).flatMap((address) =>
    checkAddress('index.html', address, noFiles),
  )
}

const noFiles = { entries: new Map<string, number>() }

async function checkPage(path: string, zip: OpenZip): Promise<PackageFinding[]> {
  const text = await zip.text(path)
  if (text === null) return [packageError('page.unreadable', { path })]
  const addresses = path.endsWith('.css') ? cssAddresses(text) : htmlAddresses(text)
  return [
    ...addresses.flatMap((address) => checkAddress(path, address, zip)),
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
  const target = posix.join(posix.dirname(page), address.split(/[?#]/)[0] ?? '')
  return zip.entries.has(target)
    ? []
    : [packageError('page.missing-file', { path: page, address })]
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
  const found = css.matchAll(/url\(\s*["']?([^"')]*)["']?\s*\)|@import\s+["']([^"']*)["']/gi)
  return [...found].map(([, url, imported]) => url ?? imported ?? '')
}

function attributes(tag: string, name: string): string[] {
  const found = tag.matchAll(
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'gi'),
  )
  return [...found].map(([, double, single, bare]) => (double ?? single ?? bare ?? '').trim())
}

function tagsOf(html: string): string[] {
  return html.match(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi) ?? []
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

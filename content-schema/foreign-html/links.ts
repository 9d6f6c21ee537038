import { isSafeHref } from '../marks/link.ts'
import type { Losses } from './losses.ts'

/** Where a link really leads, `null` when its words are to stand without one. */
export function cleanHref(element: Element, losses: Losses): string | null {
  const written = writtenHref(element)
  if (written === '' || isNoteAnchor(element)) return null
  const href = unwrapped(written)
  if (isSafeHref(href) && !href.startsWith('#')) return href
  const words = element.textContent ?? ''
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) losses.add('foreign.link-refused', words)
  else losses.add('foreign.link-inner', words)
  return null
}

/** As a browser would follow it: `java\nscript:` is one word, a space inside is written `%20`. */
function writtenHref(element: Element): string {
  const visible = [...(element.getAttribute('href') ?? '')].filter((each) => each >= ' ')
  return visible.join('').trim().replaceAll(' ', '%20')
}

/** Calls of foot- and endnotes, and the way back: Word, LibreOffice, Google Docs, mammoth. */
export function isNoteAnchor(element: Element): boolean {
  const place = /^#?_?(ftn|edn|sdfootnote|sdendnote|footnote|endnote|ftnt)/
  return place.test(element.getAttribute('href') ?? '')
}

/** Google and Outlook put their own address around each link. */
function unwrapped(href: string): string {
  if (!/^https?:/i.test(href)) return href
  try {
    const { hostname, pathname, searchParams } = new URL(href)
    const redirects =
      (/^(www\.)?google\.[a-z.]+$/.test(hostname) && pathname === '/url') ||
      hostname.endsWith('.safelinks.protection.outlook.com')
    if (!redirects) return href
    return searchParams.get('q') ?? searchParams.get('url') ?? href
  } catch {
    return href
  }
}

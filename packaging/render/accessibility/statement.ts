import type { Node } from 'prosemirror-model'
import { accessibilityFindings } from '#content-schema/accessibility/index.ts'
import type { Parcel } from '#packaging/pipeline/parcel.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import { fragment, type Html, h } from '../html.ts'
import { page } from '../page.ts'
import { type AccessibilityWords, accessibilityWords } from './words.ts'

/** What of the module anybody can use, what its checks found, and whom to tell of the rest. */
export function accessibilityPage(parcel: Parcel): string {
  const { language } = parcel.settings
  const words = accessibilityWords[language]
  return page(
    { language, title: `${words.title} – ${parcel.source.facts.title}` },
    h('main', { class: 'credits' }, h('h1', {}, words.title), accessibilityStatement(parcel)),
  )
}

/** The statement without its title, whose parts have titles of level 2. */
export function accessibilityStatement(parcel: Parcel): Html {
  const words = accessibilityWords[parcel.settings.language]
  const held = holdings(parcel.doc, words)
  return fragment(
    h('h2', {}, words.everywhere),
    list(words.promises),
    h('h2', {}, words.here),
    held.length === 0 ? h('p', {}, words.plain) : list(held),
    h('h2', {}, words.checked),
    checks(parcel, words),
    h('h2', {}, words.contact),
    contact(parcel, words),
  )
}

/** What there is in the module that some people need in another form. */
function holdings(doc: Node, words: AccessibilityWords): string[] {
  const nodes: Node[] = []
  doc.descendants((node) => {
    nodes.push(node)
  })
  const named = (...names: string[]) => nodes.filter(({ type }) => names.includes(type.name))
  const pictures = nodes.filter(({ attrs }) => attrs.asset && 'alt' in attrs)
  const heard = nodes.filter(({ attrs }) => 'transcript' in attrs)
  return [
    counted(words.described, pictures.filter(isDescribed).length),
    counted(words.decorative, pictures.filter(({ attrs }) => attrs.decorative).length),
    counted(words.captioned, nodes.filter(({ attrs }) => attrs.captions).length),
    counted(words.transcribed, heard.filter(({ attrs }) => attrs.transcript.trim()).length),
    counted(words.tables, named('table').length - faults(doc, 'table-without-headers')),
    counted(words.elsewhere, named('embed', 'videoLink').length),
    counted(words.documents, named('attachment').filter(({ attrs }) => attrs.asset).length),
  ].flatMap((said) => said ?? [])
}

function isDescribed({ attrs }: Node): boolean {
  return !attrs.decorative && attrs.alt.trim() !== ''
}

function faults(doc: Node, name: string): number {
  return accessibilityFindings(doc).filter(({ code }) => code === `accessibility.${name}`)
    .length
}

function checks({ doc, source, settings }: Parcel, words: AccessibilityWords): Html {
  const { edition, publishedAt, facts } = source
  const date = new Intl.DateTimeFormat(settings.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const about = {
    edition: `${edition.major}.${edition.minor}`,
    date: date.format(publishedAt),
  }
  const found = foundIn(doc, facts.language, words)
  return fragment(
    h('p', {}, fill(words.scope, about)),
    found.length === 0 ? h('p', {}, words.nothing) : list(found),
  )
}

/** Faults of one kind are said once, with their number. */
function foundIn(doc: Node, language: string, words: AccessibilityWords): string[] {
  const numbers = new Map<keyof AccessibilityWords['found'], number>()
  for (const { code } of accessibilityFindings(doc, language)) {
    const name = code.slice('accessibility.'.length)
    const known = name in words.found ? (name as keyof AccessibilityWords['found']) : 'other'
    numbers.set(known, (numbers.get(known) ?? 0) + 1)
  }
  return [...numbers].flatMap(([name, n]) => counted(words.found[name], n) ?? [])
}

function contact({ source, settings }: Parcel, words: AccessibilityWords): Html {
  const who = source.organisation ?? words.someone
  return fragment(
    h('p', {}, fill(words.write, { who })),
    settings.contact && h('p', {}, addressed(settings.contact, words)),
  )
}

/** An address that can be written to is a link; anything else stays a text. */
function addressed(contact: string, { address }: AccessibilityWords): Html | string {
  const isAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(contact)
  const said = fill(address, { address: contact })
  return isAddress ? h('a', { href: `mailto:${contact}` }, said) : contact
}

function counted([one, several]: readonly [string, string], n: number): string | null {
  if (n <= 0) return null
  return n === 1 ? one : fill(several, { n })
}

function list(texts: readonly string[]): Html {
  return h(
    'ul',
    {},
    texts.map((text) => h('li', {}, text)),
  )
}

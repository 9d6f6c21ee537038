import type { Node } from 'prosemirror-model'
import { inLanguage } from '#content-schema/direction.ts'
import { readDocument } from '#content-schema/document.ts'
import {
  type AssetUse,
  assetUses,
  elementsOf,
  findNode,
  sectionsOf,
  within,
} from '#content-schema/elements.ts'
import type { PackageSource, PaperSettings } from '../package-source.ts'
import { dataAddresses } from '../pipeline/data-addresses.ts'
import { editionText } from '../pipeline/identifiers.ts'
import { mediaPath } from '../pipeline/media-path.ts'
import { choosePictures, type Pictures } from '../pipeline/pictures.ts'
import { bundlePaperStyles } from '../player/bundle.ts'
import { fill, wordsByLanguage } from '../player/i18n/words.ts'
import { credits } from '../render/credits-page.ts'
import { lines } from '../render/elements/shared/parts.ts'
import { fragment, type Html, h, styleBlock } from '../render/html.ts'
import { digestOf } from '../render/page.ts'
import { renderDocument } from '../render/render-module.ts'
import { renderedAsset } from '../render/rendered-asset.ts'
import { tutorGuide } from './tutor-guide.ts'
import { type PaperWords, paperWords } from './words.ts'

/** Of all pictures together, as they stand in the page: beyond, a browser no longer lays it out at ease. */
const mostPictures = 100_000_000

/**
 * The module as one page to print or to read: it asks for nothing, runs nothing, and folds nothing.
 *
 * @throws Refused `package.too-large-for-one-file`
 */
export async function paperPage(
  source: PackageSource,
  settings: PaperSettings,
): Promise<string> {
  const doc = readDocument(source.document)
  const pictures = await choosePictures(source, doc)
  const shown = assetUses(doc).filter((use) => isShown(use, doc, source))
  const addresses = await dataAddresses({ source, doc, pictures }, shown, mostPictures)
  const names = elementsOf(doc).flatMap(({ node }) => within(node).map(({ type }) => type.name))
  const styles = await bundlePaperStyles(names)
  return page({ source, settings, doc, pictures, of: addressIn(addresses) }, styles)
}

/**
 * The same page with its files standing beside it, as they are: for a folder that is kept.
 *
 * @param of the relative address of a file
 */
export async function pageBeside(
  source: PackageSource,
  settings: PaperSettings,
  of: Sheet['of'],
): Promise<string> {
  const doc = readDocument(source.document)
  const names = elementsOf(doc).flatMap(({ node }) => within(node).map(({ type }) => type.name))
  const styles = await bundlePaperStyles(names)
  return page({ source, settings, doc, pictures: new Map(), of }, styles)
}

/** Pictures are; films and sounds are not, and a file to download is only named. */
function isShown(
  { nodeId, role, digest }: AssetUse,
  doc: Node,
  source: PackageSource,
): boolean {
  if (role === 'captions' || findNode(doc, nodeId)?.type.name === 'attachment') return false
  const asset = source.assets.get(digest)
  return !asset || asset.mediaType.startsWith('image/')
}

type Sheet = {
  source: PackageSource
  settings: PaperSettings
  doc: Node
  pictures: Pictures
  /** Where the page finds a file; empty for one that is not shown on paper. */
  of: (file: Parameters<typeof mediaPath>[0]) => string
}

function page(sheet: Sheet, styles: string): string {
  const { facts } = sheet.source
  const words = paperWords[sheet.settings.language]
  const kind = words[sheet.settings.reader]
  const all = `${styles}\n${marginStyles(sheet, words)}`
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy(all) }),
    h('title', {}, `${facts.title} – ${kind}`),
    styleBlock(all),
  )
  const body = h('body', { class: `for-${sheet.settings.reader}` }, article(sheet, words))
  return `<!doctype html>\n${h('html', inLanguage(facts.language, 'fr'), head, body).markup}\n`
}

/** Nothing is fetched from elsewhere and nothing runs, whatever the page came to hold. */
function policy(styles: string): string {
  return `default-src 'none'; img-src data: file: 'self'; style-src ${digestOf(styleBlock(styles))}`
}

function article(sheet: Sheet, words: PaperWords): Html {
  const { source, settings, doc } = sheet
  const { facts } = source
  const own = { lang: settings.language === facts.language ? null : settings.language }
  const isTutor = settings.reader === 'tutor'
  const creditsWords = wordsByLanguage[settings.language].credits
  return h(
    'main',
    {},
    h('p', { class: 'kind', ...own }, words[settings.reader]),
    h('h1', {}, facts.title),
    about(sheet, words, own),
    isTutor && h('p', { class: 'secret', ...own }, words.secret),
    isTutor
      ? h('div', { class: 'guide', ...own }, tutorGuide(source, doc, words))
      : aims(source),
    contents(doc, words, own),
    h('div', { class: 'module-content' }, module(sheet)),
    h(
      'section',
      { class: 'credits', ...own },
      h('h2', {}, creditsWords.title),
      credits({ source, settings, doc }, 3),
    ),
  )
}

type OwnLanguage = { lang: string | null }

function about({ source, settings }: Sheet, words: PaperWords, own: OwnLanguage): Html {
  const { facts, publishedAt } = source
  const format = new Intl.DateTimeFormat(settings.language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  const edition = fill(words.edition, {
    edition: editionText(source),
    date: format.format(publishedAt),
  })
  const minutes = fill(words.minutes, { n: facts.minutes })
  return fragment(
    h('p', { class: 'about', ...own }, `${edition} · ${minutes}`),
    settings.reader === 'learner' &&
      h(
        'p',
        { class: 'who', ...own },
        [words.name, words.date].map((label) =>
          h('span', {}, label, ' ', h('span', { class: 'blank', 'aria-hidden': 'true' })),
        ),
      ),
  )
}

/** What the module's cover says to learners, in their language. */
function aims({ facts }: PackageSource): Html {
  const words = wordsByLanguage[facts.language.startsWith('fr') ? 'fr' : 'en'].page
  const { summary, objective, prerequisites } = facts
  return fragment(
    summary && h('div', { class: 'summary' }, lines(summary)),
    (objective || prerequisites) &&
      h(
        'dl',
        {},
        objective && fragment(h('dt', {}, words.objective), h('dd', {}, objective)),
        prerequisites && fragment(h('dt', {}, words.prerequisites), h('dd', {}, prerequisites)),
      ),
  )
}

function contents(doc: Node, words: PaperWords, own: OwnLanguage): Html {
  const rows = sectionsOf(doc).map(({ attrs, firstChild }) =>
    h('li', {}, h('a', { href: `#${attrs.id}` }, firstChild?.textContent || words.unnamed)),
  )
  return h(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    h('h2', { id: 'contents', ...own }, words.contents),
    h('ol', {}, rows),
  )
}

function module({ source, settings, doc, pictures, of }: Sheet): Html {
  const inPage = { of, widths: false }
  return renderDocument(doc, {
    language: settings.language,
    contentLanguage: source.facts.language,
    paper: true,
    answers: settings.reader === 'tutor',
    asset: (digest, region) => renderedAsset({ source, pictures }, inPage, digest, region),
  })
}

/** What is not shown on paper is nowhere in the page. */
function addressIn(addresses: Map<string, string>): Sheet['of'] {
  return (file) => addresses.get(mediaPath(file)) ?? ''
}

/** Title, edition and page number in the margins of each sheet: only styles can put them there. */
function marginStyles({ source, settings }: Sheet, words: PaperWords): string {
  const kind = words[settings.reader]
  const edition = `${source.facts.code} · ${editionText(source)}`
  const [before = '', between = '', after = ''] = words.page.split(/\{n\}|\{total\}/)
  const number = [
    quoted(before),
    'counter(page)',
    quoted(between),
    'counter(pages)',
    quoted(after),
  ]
  return [
    '@page {',
    `  @top-left { content: ${quoted(source.facts.title)} }`,
    `  @top-right { content: ${quoted(kind)} }`,
    `  @bottom-left { content: ${quoted(edition)} }`,
    `  @bottom-right { content: ${number.join(' ')} }`,
    '}',
  ].join('\n')
}

/** A text as a string of CSS: all that could end it, or the element around it, is written by number. */
function quoted(text: string): string {
  const safe = text.replace(
    /[^\p{L}\p{N} .,;:!?’()–-]/gu,
    (character) => `\\${character.codePointAt(0)!.toString(16)} `,
  )
  return `"${safe}"`
}

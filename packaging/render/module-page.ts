import { wordsOf } from '../identity/words-of.ts'
import { type Format, isScorm } from '../package-source.ts'
import { mediaPath } from '../pipeline/media-path.ts'
import type { Parcel } from '../pipeline/parcel.ts'
import { fill, type PageWords } from '../player/i18n/words.ts'
import type { PlayerData } from '../player/player-data.ts'
import { accessibilityStatement } from './accessibility/statement.ts'
import { credits } from './credits-page.ts'
import { lines } from './elements/shared/parts.ts'
import { alone, left, notice, type OwnLanguage, result, trouble } from './frame.ts'
import { fragment, type Html, h, jsonBlock } from './html.ts'
import { opinionDialog, opinionPlace } from './opinion.ts'
import { type Inside, page, type Script } from './page.ts'
import { renderDocument } from './render-module.ts'
import { type Addresses, renderedAsset } from './rendered-asset.ts'

/**
 * The page of a package: the whole module one section after the other, with the frame that the
 * player brings to life. Without a script it reads from top to bottom. Its landmarks carry the
 * module's title, since an LMS shows them beside its own.
 */
export function modulePage(
  parcel: Parcel,
  data: PlayerData,
  { addresses = inZip, inside, together = false }: PageParts = {},
): string {
  const { facts } = parcel.source
  const { language, format, publication } = parcel.settings
  const words = wordsOf(parcel.settings).page
  const own = { lang: language === facts.language ? null : language }
  return page(
    {
      language: facts.language,
      title: facts.title,
      scripts: scriptsOf(format),
      ...(inside && { inside }),
    },
    h('a', { class: 'skip', href: '#content', ...own }, words.skip),
    topBar(parcel, own, {
      quits: format !== 'web' && publication.exitLink,
      logo: logo(parcel, addresses),
    }),
    h(
      'div',
      { class: 'layout' },
      outline(parcel, data, own),
      h(
        'main',
        { id: 'content', 'aria-label': facts.title },
        notice(parcel, own),
        cover(parcel, words, own),
        h('div', { class: 'module-content' }, module(parcel, addresses, words)),
        opinionPlace(parcel, own),
        result(parcel, own),
        pager(words, own),
        trouble(parcel, own),
      ),
    ),
    alone(parcel, own),
    opinionDialog(parcel, own),
    left(parcel, own),
    together ? notes(parcel, words, own) : links(words, own),
    jsonBlock('player-data', data),
  )
}

/** Where there is an LMS to begin with, that comes first. */
function scriptsOf(format: Format): Script[] {
  const player = { name: 'player.js' }
  return isScorm(format) ? [{ name: 'begin.js', first: true }, player] : [player]
}

type PageParts = {
  addresses?: Addresses
  inside?: Inside
  /** Credits and accessibility stand in the page, where no other page can be gone to. */
  together?: boolean
}

/** Named by what it shows; the language of that is the player's. */
function logo(parcel: Parcel, addresses: Addresses): Html | null {
  const { language, identity } = parcel.settings
  const { digest, alt } = identity?.theme.logo ?? {}
  const shown = digest ? renderedAsset(parcel, addresses, digest, '') : null
  if (!shown) return null
  const { url, width, height } = shown
  return h('img', { class: 'logo', src: url, alt, lang: language, width, height })
}

function topBar(
  { source, settings }: Parcel,
  own: OwnLanguage,
  { quits, logo }: { quits: boolean; logo: Html | null },
): Html {
  const { title } = source.facts
  const { page: words, frame } = wordsOf(settings)
  return h(
    'header',
    { class: 'top', 'aria-label': title },
    logo,
    h('p', { class: 'top-title' }, title),
    h(
      'div',
      { class: 'top-tools', ...own },
      h('p', { id: 'page-number', 'data-say': frame.page }),
      h(
        'button',
        {
          type: 'button',
          id: 'toggle-outline',
          'aria-expanded': 'false',
          'aria-controls': 'outline',
        },
        words.outline,
      ),
      quits && h('button', { type: 'button', id: 'quit' }, words.quit),
    ),
    h(
      'div',
      { class: 'progress', 'aria-hidden': 'true' },
      h('progress', { id: 'progress', max: 100, value: 0 }),
    ),
  )
}

function outline({ settings }: Parcel, data: PlayerData, own: OwnLanguage): Html {
  const { page: words, frame } = wordsOf(settings)
  const seen = h(
    'span',
    { class: 'for-screen-readers', hidden: true, ...own },
    ` (${frame.seen})`,
  )
  const rows = data.sections.map(({ id, title }) =>
    h('li', {}, h('a', { href: `#${id}` }, title, seen)),
  )
  return h(
    'nav',
    { id: 'outline', class: 'outline', 'aria-label': words.outlineOf },
    h('p', { class: 'outline-title', ...own }, words.outline),
    h('ol', {}, rows),
  )
}

/** What stands above the first page: what it is, what for, how long. */
function cover({ source, settings }: Parcel, words: PageWords, own: OwnLanguage): Html {
  const { title, minutes, objective, prerequisites, summary } = source.facts
  if (!settings.publication.cover) return h('h1', { class: 'for-screen-readers' }, title)
  return h(
    'div',
    { id: 'cover' },
    h('h1', {}, title),
    h('p', { class: 'cover-minutes', ...own }, fill(words.minutes, { n: minutes })),
    summary && h('div', { class: 'cover-summary' }, lines(summary)),
    h(
      'dl',
      {},
      objective && fragment(h('dt', own, words.objective), h('dd', {}, objective)),
      prerequisites && fragment(h('dt', own, words.prerequisites), h('dd', {}, prerequisites)),
    ),
  )
}

const inZip = { of: mediaPath, widths: true }

function module(parcel: Parcel, addresses: Addresses, words: PageWords): Html {
  const { doc, source, settings } = parcel
  return renderDocument(doc, {
    language: settings.language,
    words,
    contentLanguage: source.facts.language,
    asset: (digest, region) => renderedAsset(parcel, addresses, digest, region),
  })
}

/** Beside the module: in its place it would end the sitting. */
function links(words: PageWords, own: OwnLanguage): Html {
  return h(
    'footer',
    own,
    beside('credits.html', words.credits, words),
    ' · ',
    beside('accessibility.html', words.accessibility, words),
  )
}

function notes(parcel: Parcel, words: PageWords, own: OwnLanguage): Html {
  const folded = (title: string, ...said: Html[]) =>
    h('details', { class: 'credits' }, h('summary', {}, title), said)
  return h(
    'footer',
    own,
    folded(words.credits, credits(parcel, 2)),
    folded(words.accessibility, accessibilityStatement(parcel)),
  )
}

function beside(href: string, text: string, words: PageWords): Html {
  const opens = h('span', { class: 'for-screen-readers' }, ` ${words.newWindow}`)
  return h('a', { href, target: '_blank', rel: 'noopener' }, text, opens)
}

function pager(words: PageWords, own: OwnLanguage): Html {
  return h(
    'nav',
    { class: 'pager', 'aria-label': words.pager, ...own },
    h('button', { type: 'button', id: 'previous' }, words.previous),
    h('button', { type: 'button', id: 'next' }, words.next),
  )
}

import { assetDigests } from '#content-schema/elements.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import type { Parcel } from '../pipeline/parcel.ts'
import { fill, type Language, type Words, wordsByLanguage } from '../player/i18n/words.ts'
import { fragment, type Html, h } from './html.ts'
import { page } from './page.ts'

/**
 * Who made the module and each file in it, where it comes from, under which licence and what was
 * changed: generated from the rights records, in the language of the player.
 */
export function creditsPage(parcel: Parcel): string {
  const { language } = parcel.settings
  const words = wordsByLanguage[language].credits
  return page(
    { language, title: `${words.title} – ${parcel.source.facts.title}`, script: false },
    h('main', { class: 'credits' }, h('h1', {}, words.title), credits(parcel, 2)),
  )
}

/** What is credited, as much as any file made of a module needs to know of it. */
type Credits = Pick<Parcel, 'source' | 'doc'> & { settings: { language: Language } }

/** The credits without their title, whose parts have titles of this level. */
export function credits({ source, settings, doc }: Credits, level: 2 | 3): Html {
  const { language } = settings
  const words = wordsByLanguage[language].credits
  const records = assetDigests(doc).flatMap((digest) => source.assets.get(digest)?.rights ?? [])
  const items = distinct(records).map((record) => h('li', {}, credit(record, language)))
  return fragment(
    h(`h${level}`, {}, words.module),
    ofModule(source, language, words),
    h(`h${level}`, {}, words.files),
    items.length === 0 ? h('p', {}, words.none) : h('ul', {}, items),
  )
}

type CreditWords = Words['credits']

function ofModule(source: Parcel['source'], language: Language, words: CreditWords): Html {
  const { facts, edition, publishedAt } = source
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return fragment(
    h(
      'p',
      {},
      credit(
        {
          title: facts.title,
          authors: facts.authors,
          source: '',
          licence: facts.licence,
          changes: '',
        },
        language,
      ),
    ),
    h(
      'p',
      {},
      fill(words.edition, {
        edition: `${edition.major}.${edition.minor}`,
        date: date.format(publishedAt),
      }),
    ),
  )
}

type Credited = Pick<RightsRecord, 'title' | 'authors' | 'source' | 'licence' | 'changes'>

/** Title, author, source, licence, and what was changed. */
function credit(record: Credited, language: Language): Html {
  const words = wordsByLanguage[language].credits
  return fragment(
    h('cite', {}, record.title || words.untitled),
    record.authors.length > 0 && `, ${words.by} ${record.authors.join(', ')}`,
    record.source && fragment(`, ${words.from} `, linked(record.source)),
    `, ${words.under} `,
    licenceName(record.licence, language),
    record.changes && `, ${words.changes} ${record.changes}`,
    '.',
  )
}

function licenceName(id: string, language: Language): Html | string {
  const known = licence(id)
  if (!known) return wordsByLanguage[language].credits.unknownLicence
  const name = known.name[language]
  return known.url
    ? h('a', { href: known.url, rel: 'license noopener noreferrer' }, name)
    : name
}

/** An address becomes a link, any other text stays one. */
function linked(source: string): Html | string {
  if (!/^https?:\/\/\S+$/.test(source)) return source
  return h('a', { href: source, rel: 'noopener noreferrer' }, source)
}

/** The same credit is given once, however many files it covers. */
function distinct(records: RightsRecord[]): RightsRecord[] {
  const key = ({ title, authors, source, licence: id, changes }: RightsRecord) =>
    JSON.stringify([title, authors, source, id, changes])
  return [...new Map(records.map((record) => [key(record), record])).values()]
}

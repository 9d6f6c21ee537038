import { assetDigests } from '#content-schema/elements.ts'
import { licence } from '#content-schema/licences/catalogue.ts'
import { type Credited, type CreditPart, creditOf } from '#content-schema/rights/credit.ts'
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
    { language, title: `${words.title} – ${parcel.source.facts.title}` },
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
    ofWorks(source, language, words, level),
    h(`h${level}`, {}, words.files),
    items.length === 0 ? h('p', {}, words.none) : h('ul', {}, items),
    records.some(isWithoutWarranty) && h('p', {}, words.warranty),
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

/** Other modules that stand in this one, or that it was made from, and whose they are. */
function ofWorks(
  { works = [] }: Parcel['source'],
  language: Language,
  words: CreditWords,
  level: 2 | 3,
): Html | null {
  if (works.length === 0) return null
  const items = works.map(({ title, authors, licence, organisation, edition, role }) => {
    const changes = role === 'origin' ? words.origin : ''
    const own = credit({ title, authors, licence, changes, source: '' }, language)
    return h('li', {}, own, ' ', fill(words.work, { organisation, edition }), '.')
  })
  return fragment(h(`h${level}`, {}, words.works), h('ul', {}, items))
}

/** Title, author, source, licence, and what was changed. */
function credit(record: Credited, language: Language): Html {
  return fragment(...creditOf(record, language).map(written))
}

function written({ text, is, href }: CreditPart): Html | string {
  if (is === 'title') return h('cite', {}, text)
  if (!href) return text
  const rel = `${is === 'licence' ? 'license ' : ''}noopener noreferrer`
  return h('a', { href, rel }, text)
}

/** Creative Commons asks that the disclaimer of warranties be pointed at. */
function isWithoutWarranty({ basis, licence: id }: RightsRecord): boolean {
  return basis === 'licence' && licence(id)?.family !== 'closed'
}

/** The same credit is given once, however many files it covers. */
function distinct(records: RightsRecord[]): RightsRecord[] {
  const key = (record: RightsRecord) => JSON.stringify(creditOf(record, 'fr'))
  return [...new Map(records.map((record) => [key(record), record])).values()]
}

import { licence as licenceOf } from '../licences/catalogue.ts'
import type { RightsRecord } from '../rights-record.ts'
import { creditWords } from './credit-words.ts'

type Language = 'fr' | 'en'

/** A piece of a credit: its title is cited, its source and its licence may be followed. */
export type CreditPart = { text: string; is?: 'title' | 'source' | 'licence'; href?: string }

/** What a credit is written from; a module has less to say than a file. */
export type Credited = Pick<
  RightsRecord,
  'title' | 'authors' | 'source' | 'licence' | 'changes'
> &
  Partial<RightsRecord>

/**
 * Title, author, source, licence; then what its terms ask for: the holder, the day the source was
 * last updated, what was changed here and before. The same in a package, on screen and copied.
 *
 * @see https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution
 */
export function creditOf(record: Credited, language: Language): CreditPart[] {
  const words = creditWords[language]
  const { title, authors, holder = '', changes, previousChanges = '' } = record
  const clauses: CreditPart[][] = [
    [{ text: title || words.untitled, is: 'title' }],
    authors.length > 0 ? say(words.by.replace('{names}', () => authors.join(', '))) : [],
    holder && !authors.includes(holder)
      ? say(words.holder.replace('{name}', () => holder))
      : [],
    ofSource(record, language),
    ofGrounds(record, language),
    changes ? say(`${words.changes} ${changes}`) : [],
    previousChanges ? say(`${words.previousChanges} ${previousChanges}`) : [],
  ]
  const said = clauses.filter((clause) => clause.length > 0)
  return [
    ...said.flatMap((clause, index) => (index === 0 ? clause : [{ text: ', ' }, ...clause])),
    { text: '.' },
  ]
}

function say(text: string): CreditPart[] {
  return [{ text }]
}

function ofSource(record: Credited, language: Language): CreditPart[] {
  const words = creditWords[language]
  const { source, sourceUpdatedOn = null } = record
  const updated = sourceUpdatedOn
    ? words.updated.replace('{day}', dayWritten(sourceUpdatedOn, language))
    : ''
  if (!source) return updated ? say(updated) : []
  const href = /^https?:\/\/\S+$/.test(source) ? { href: source } : {}
  return [
    { text: `${words.source} ` },
    { text: source, is: 'source', ...href },
    ...(updated ? say(` (${updated})`) : []),
  ]
}

/** Under which licence; or why it may stand there without one. */
function ofGrounds({ licence: id, basis = 'licence' }: Credited, language: Language) {
  const words = creditWords[language]
  if (basis === 'quotation' || basis === 'teaching') return say(words[basis])
  const known = licenceOf(id)
  if (!known || id === 'unknown') return say(words.unknown)
  if (known.family !== 'closed') {
    const { name, url } = known
    const licence = { text: name[language], is: 'licence' as const, ...(url && { href: url }) }
    return [{ text: `${words.under} ` }, licence]
  }
  const agreed = basis === 'authorisation' || basis === 'assignment'
  return say(agreed ? `${words.reserved}, ${words[basis]}` : words.reserved)
}

function dayWritten(day: string, language: Language): string {
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
  return date.format(new Date(`${day}T00:00:00Z`))
}

/** Without any markup: links stand as their text, an address of a licence after its name. */
export function plainCredit(parts: readonly CreditPart[], language: Language): string {
  const written = ({ text, is, href }: CreditPart) => {
    if (is === 'title') return creditWords[language].quoted.replace('{title}', () => text)
    return is === 'licence' && href ? `${text} (${href})` : text
  }
  return parts.map(written).join('')
}

/** For a page or a text processor: what it is pasted into keeps the links. */
export function htmlCredit(parts: readonly CreditPart[]): string {
  return parts.map(htmlPart).join('')
}

function htmlPart({ text, is, href }: CreditPart): string {
  const safe = escaped(text)
  if (is === 'title') return `<cite>${safe}</cite>`
  if (!href) return safe
  const rel = is === 'licence' ? ' rel="license"' : ''
  return `<a href="${escaped(href)}"${rel}>${safe}</a>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]!)
}

import { cutText } from '#content-schema/cut-text.ts'
import { readLicence } from '#content-schema/licences/read-licence.ts'
import { childNamed, type Element, elementsNamed } from '#packaging/xml/parse-xml.ts'

/** What is kept of a record: plain texts. */
export type HarvestedRecord = {
  identifier: string
  datestamp: string
  title: string
  description: string
  authors: string[]
  subjects: string[]
  language: string
  address: string | null
  rights: string
  licence: string | null
}

/** A record as it came; `null` for one without identifier, or without anything to show. */
export type ReadRecord =
  | { state: 'deleted'; identifier: string }
  | { state: 'there'; record: HarvestedRecord }
  | null

/**
 * Reads a record in Dublin Core or LOM, by what stands in it and not by what was asked for. Of several
 * identifiers the first that can be opened is the address.
 */
export function readRecord(record: Element): ReadRecord {
  const header = childNamed(record, 'header')
  const identifier = cut(textOf(childNamed(header, 'identifier')), 500)
  if (!identifier) return null
  if (header?.attributes.status?.toLowerCase() === 'deleted')
    return { state: 'deleted', identifier }
  const inside = childNamed(record, 'metadata')
  const lom = inside && elementsNamed(inside, 'lom')[0]
  const dc = inside && elementsNamed(inside, 'dc')[0]
  const found = lom ? ofLom(lom) : dc ? ofDublinCore(dc) : null
  if (!found?.title) return null
  const datestamp = cut(textOf(childNamed(header, 'datestamp')), 40)
  const { licence, confidence } = readLicence(found.rights)
  const sure = confidence === 'certain' || confidence === 'likely'
  return {
    state: 'there',
    record: { identifier, datestamp, ...found, licence: sure ? licence : null },
  }
}

type Described = Omit<HarvestedRecord, 'identifier' | 'datestamp' | 'licence'>

function ofDublinCore(dc: Element): Described {
  const all = (name: string) => dc.children.filter((child) => child.name === name)
  const texts = (name: string) => all(name).map(textOf).filter(Boolean)
  return {
    title: cut(ofLanguage(all('title')), 500),
    description: cut(ofLanguage(all('description')), 5000),
    authors: listed([...texts('creator'), ...texts('contributor')]),
    subjects: listed(texts('subject')),
    language: cut(texts('language')[0] ?? '', 40),
    address: addressIn([...texts('identifier'), ...texts('relation'), ...texts('source')]),
    rights: cut([...texts('rights'), ...texts('license')].join(' ; '), 2000),
  }
}

function ofLom(lom: Element): Described {
  const general = childNamed(lom, 'general')
  const rights = childNamed(lom, 'rights')
  const within = (part: Element | undefined, name: string) =>
    (part?.children ?? []).filter((child) => child.name === name)
  const entries = within(general, 'identifier').flatMap((each) => within(each, 'entry'))
  const locations = within(childNamed(lom, 'technical'), 'location')
  const entities = within(childNamed(lom, 'lifeCycle'), 'contribute').flatMap((each) =>
    within(each, 'entity'),
  )
  return {
    title: cut(languageString(childNamed(general, 'title')), 500),
    description: cut(languageString(childNamed(general, 'description')), 5000),
    authors: listed(entities.map((entity) => nameIn(entity.text))),
    subjects: listed(within(general, 'keyword').map(languageString)),
    language: cut(textOf(childNamed(general, 'language')), 40),
    address: addressIn([...locations, ...entries].map(textOf)),
    rights: cut(within(rights, 'description').map(languageString).join(' ; '), 2000),
  }
}

/** A `langstring` of older records, a `string`, or a text alone. */
function languageString(element: Element | undefined): string {
  if (!element) return ''
  const strings = element.children.filter(({ name }) => /^(lang)?string$/.test(name))
  return strings.length > 0 ? ofLanguage(strings) : textOf(element)
}

/** The French one, or else the first. */
function ofLanguage(elements: Element[]): string {
  const said = elements.filter((each) => textOf(each) !== '')
  const french = said.find(({ attributes }) =>
    /^fr/i.test(attributes.lang ?? attributes.language ?? ''),
  )
  return textOf(french ?? said[0])
}

/** Of a vCard, also of one that was flattened to one line. @see RFC 6350 */
function nameIn(text: string): string {
  const named =
    /\bFN(?:;[^:]{0,100})?:(.{1,300}?)(?=\s+[A-Z-]{1,15}(?:;[^:\s]{1,100})?:|[\r\n]|$)/.exec(
      text,
    )?.[1]
  return plain(named?.replace(/\\([,;\\])/g, '$1') ?? (/BEGIN:VCARD/i.test(text) ? '' : text))
}

function addressIn(texts: string[]): string | null {
  for (const text of texts) {
    const isAddress = /^https?:\/\//i.test(text) && URL.canParse(text)
    const url = isAddress ? new URL(text) : null
    if (url && url.href.length <= 2000 && !url.username && !url.password) return url.href
  }
  return null
}

function textOf(element: Element | undefined): string {
  return element ? plain(element.text) : ''
}

/** Text is text: tags that stand in it are taken away. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function listed(texts: string[]): string[] {
  return [...new Set(texts.map((text) => cut(text, 200)).filter(Boolean))].slice(0, 30)
}

function cut(text: string, longest: number): string {
  return cutText(text, longest)
}

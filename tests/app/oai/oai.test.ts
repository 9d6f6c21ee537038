import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Instance } from '#app/db/instance.server.ts'
import { modules } from '#app/db/schema/bank/index.ts'
import { answerOai } from '#app/services/oai/answer.server.ts'
import { setVisibility } from '#app/services/sharing/visibility.server.ts'
import { elementsNamed, parseXml } from '#packaging/xml/parse-xml.ts'
import {
  addModule,
  approve,
  draftOf,
  lesson,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { openFolder, removeFolder } from '#tests/builders/instance.ts'
import { faultsOf, shared } from './schemas.ts'

let here: Instance
let place: Workplace

beforeEach(() => {
  here = openFolder()
  place = workplace(here.bank)
})
afterEach(() => removeFolder(here))

const envelope = resolve('tests/app/oai/schemas/oai-pmh.xsd')
const id = (moduleId: string) => `oai:localhost:${moduleId}`

/** Minutes after the start of these tests. */
function later(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000)
}

function share(visibility: 'public' | 'private', at = now, moduleId = place.moduleId): void {
  const personId = place.people.designer.id
  const whom = { organisationId: place.organisationId, personId, now: at }
  setVisibility(here.bank, {
    ...{ moduleId, visibility, organisationIds: [], networkId: null },
    ...whom,
  })
}

function publishAt(at: Date, licence?: string): void {
  const { facts } = draftOf(place)
  const document = lesson(`Texte du ${at.toISOString()}.`)
  save(place, { document, ...(licence && { facts: { ...facts, licence } }) }, at)
  approve(place, at)
  publish(place, at)
}

/** Asks, and has the answer validated. */
async function ask(query: string): Promise<string> {
  const xml = answerOai(here, new URLSearchParams(query), later(600))
  expect(await faultsOf(xml, envelope)).toEqual([])
  return xml
}

async function named(query: string, name: string): Promise<string[]> {
  return elementsNamed(parseXml(await ask(query)), name).map(({ text }) => text.trim())
}

async function error(query: string): Promise<string | undefined> {
  const [found] = elementsNamed(parseXml(await ask(query)), 'error')
  return found?.attributes.code
}

describe('every verb', () => {
  beforeEach(() => {
    publishAt(later(1))
    share('public', later(2))
  })

  it('Identify says who answers and how', async () => {
    expect(await named('verb=Identify', 'baseURL')).toEqual(['http://localhost:3000/oai'])
    expect(await named('verb=Identify', 'earliestDatestamp')).toEqual(['2026-03-10T09:02:00Z'])
  })

  it('ListMetadataFormats names three, of the bank or of a record', async () => {
    const formats = ['oai_dc', 'lom', 'scolomfr']
    expect(await named('verb=ListMetadataFormats', 'metadataPrefix')).toEqual(formats)
    const query = `verb=ListMetadataFormats&identifier=${id(place.moduleId)}`
    expect(await named(query, 'metadataPrefix')).toEqual(formats)
  })

  it('ListSets names those that hold something', async () => {
    expect(await named('verb=ListSets', 'setSpec')).toEqual([
      'framework',
      'licence',
      'licence:cc-by-4.0',
    ])
  })

  it('GetRecord, ListRecords and ListIdentifiers give the latest edition', async () => {
    const record = await ask(
      `verb=GetRecord&metadataPrefix=oai_dc&identifier=${id(place.moduleId)}`,
    )
    expect(record).toContain('Gestes et postures</dc:title>')
    expect(record).toContain('https://creativecommons.org/licenses/by/4.0/')
    for (const verb of ['ListRecords', 'ListIdentifiers']) {
      const found = await named(`verb=${verb}&metadataPrefix=oai_dc`, 'identifier')
      expect(found).toContain(id(place.moduleId))
    }
  })

  it.skipIf(!shared).each([
    ['lom', 'schemas/lom-ieee/lomStrict.xsd'],
    ['scolomfr', 'fixtures/scolomfr/xsd-3.1/scolomfr.xsd'],
  ])(
    '%s is valid by the schema of its standard (skipped without ../shared)',
    async (prefix, file) => {
      const xml = await ask(
        `verb=GetRecord&metadataPrefix=${prefix}&identifier=${id(place.moduleId)}`,
      )
      const [, inside = ''] = /<metadata>\n?([\s\S]*)<\/metadata>/.exec(xml) ?? []
      expect(inside).toContain('<lom:lom')
      expect(await faultsOf(inside, join(shared!, file))).toEqual([])
    },
  )
})

describe('every error', () => {
  beforeEach(() => {
    publishAt(later(1))
    share('public', later(2))
  })

  it.each([
    ['', 'badVerb'],
    ['verb=Sow', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=toString', 'badVerb'],
    ['verb=Identify&set=a', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=lom', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=hier', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30', 'badArgument'],
    [
      'verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-10&until=2026-03-10T09:00:00Z',
      'badArgument',
    ],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-03-11&until=2026-03-10', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=a', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=licence:cc0-1.0', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=%3Cscript%3E', 'badArgument'],
    ['verb=ListRecords&resumptionToken=abc.def', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=abc', 'badResumptionToken'],
    [
      'verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:zzzzzzzzzz',
      'idDoesNotExist',
    ],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=%00%3C', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=x', 'idDoesNotExist'],
  ])('%s: %s', async (query, code) => {
    expect(await error(query)).toBe(code)
  })

  it('a record that was deleted has no formats', async () => {
    share('private', later(3))
    const query = `verb=ListMetadataFormats&identifier=${id(place.moduleId)}`
    expect(await error(query)).toBe('noMetadataFormats')
  })
})

describe('what is there', () => {
  it('nothing that is private, unpublished, or that nobody may pass on', async () => {
    const list = 'verb=ListRecords&metadataPrefix=oai_dc'
    expect(await error(list)).toBe('noRecordsMatch')
    share('public')
    expect(await error(list)).toBe('noRecordsMatch')
    publishAt(later(1), 'all-rights-reserved')
    expect(await error(list)).toBe('noRecordsMatch')
    const one = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${id(place.moduleId)}`
    expect(await error(one)).toBe('idDoesNotExist')
  })

  it('stays as deleted once it is closed or put under another licence, and comes back', async () => {
    publishAt(later(1))
    share('public', later(2))
    const status = async () =>
      elementsNamed(
        parseXml(await ask('verb=ListIdentifiers&metadataPrefix=lom')),
        'header',
      ).map(({ attributes }) => attributes.status)
    expect(await status()).toEqual([undefined])
    share('private', later(3))
    expect(await status()).toEqual(['deleted'])
    share('public', later(4))
    expect(await status()).toEqual([undefined])
    publishAt(later(5), 'all-rights-reserved')
    expect(await status()).toEqual(['deleted'])
  })

  it('is found by when it changed, to the second and to the day', async () => {
    publishAt(later(1))
    share('public', later(2))
    const found = async (bounds: string) =>
      (await error(`verb=ListIdentifiers&metadataPrefix=lom&${bounds}`)) ?? 'found'
    expect(await found('from=2026-03-10T09:02:00Z')).toBe('found')
    expect(await found('from=2026-03-10T09:02:01Z')).toBe('noRecordsMatch')
    expect(await found('until=2026-03-10T09:02:00Z')).toBe('found')
    expect(await found('until=2026-03-10T09:01:59Z')).toBe('noRecordsMatch')
    expect(await found('from=2026-03-10&until=2026-03-10')).toBe('found')
  })
})

describe('a list in several parts', () => {
  it('gives each record, also those that change while it is read', async () => {
    const ids = Array.from({ length: 120 }, (_, at) => many(at))
    const first = await part('verb=ListIdentifiers&metadataPrefix=oai_dc')
    expect(first.ids).toHaveLength(50)
    // The first of all changes: it comes again at the end. The last is closed: it comes as deleted.
    publishAt(later(500))
    share('private', later(501), ids.at(-1))
    const all = [...first.ids]
    for (let { token } = first; token; ) {
      const next = await part(`verb=ListIdentifiers&resumptionToken=${token}`)
      all.push(...next.ids)
      token = next.token
    }
    expect(new Set(all)).toEqual(new Set([place.moduleId, ...ids].map(id)))
    expect(all.at(-1)).toBe(id(ids.at(-1)!))
  })

  it('refuses a token that was changed, or that is of another verb', async () => {
    for (let at = 0; at < 60; at += 1) many(at)
    const { token } = await part('verb=ListIdentifiers&metadataPrefix=oai_dc')
    expect(await error(`verb=ListRecords&resumptionToken=${token}`)).toBe('badResumptionToken')
    expect(await error(`verb=ListIdentifiers&resumptionToken=${token}x`)).toBe(
      'badResumptionToken',
    )
  })

  async function part(query: string) {
    const xml = parseXml(await ask(query))
    const texts = (name: string) => elementsNamed(xml, name).map(({ text }) => text.trim())
    return { ids: texts('identifier'), token: texts('resumptionToken')[0] ?? '' }
  }

  /** A public module with one edition, as fast as a test can make it. */
  function many(at: number): string {
    const { organisationId, people } = place
    if (here.bank.select().from(modules).all().length === 1) {
      publishAt(later(1))
      share('public', later(2))
    }
    const moduleId = addModule(here.bank, { organisationId, people }, `module-${at}`)
    const one = { ...place, moduleId }
    approve(one, later(3))
    publish(one, later(3))
    share('public', later(3 + at), moduleId)
    return moduleId
  }
})

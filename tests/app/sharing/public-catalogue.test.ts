import { beforeEach, describe, expect, it } from 'vitest'
import { alternates, cataloguePath } from '#app/http/catalogue-address.ts'
import { readBankQuery } from '#app/services/search/bank-query.ts'
import { searchPublic } from '#app/services/search/search-bank.server.ts'
import { describeEdition } from '#app/services/sharing/describe-edition.server.ts'
import { learningResource } from '#app/services/sharing/learning-resource.ts'
import {
  publicByCode,
  publicEdition,
  setVisibility,
} from '#app/services/sharing/visibility.server.ts'
import {
  listVisitorMessages,
  removeVisitorMessage,
  sendVisitorMessage,
} from '#app/services/sharing/visitor-messages.server.ts'
import {
  addTeam,
  approve,
  facts,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { structuredDataProblems } from '#tests/e2e/structured-data.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
  approve(place)
  publish(place)
  show('public')
})

function show(visibility: 'public' | 'private'): void {
  const personId = place.people.publisher.id
  const nobody = { networkId: null, organisationIds: [] }
  setVisibility(place.bank, { ...keyOf(place), ...nobody, visibility, personId, now })
}

const find = (address = '') =>
  searchPublic(place.bank, readBankQuery(new URLSearchParams(address)))

describe('the public catalogue', () => {
  it('finds what is public, by its latest edition, and nothing else', () => {
    save(place, { facts: { ...facts, title: 'En chantier' } })
    expect(find('q=postures').rows).toMatchObject([{ code: facts.code, edition: '1.0' }])
    expect(find('q=chantier').total).toBe(0)
    show('private')
    expect(find()).toMatchObject({ total: 0, values: [] })
  })

  it('has one address for each module, whatever stands in it otherwise', () => {
    const { organisationId } = place
    expect(publicByCode(place.bank, { organisationId, code: facts.code })).not.toBeNull()
    for (const code of ['autre', '', "' or 1=1"])
      expect(publicByCode(place.bank, { organisationId, code })).toBeNull()
    const elsewhere = addTeam(place.bank, 'Ailleurs').organisationId
    expect(publicByCode(place.bank, { organisationId: elsewhere, code: facts.code })).toBeNull()
    show('private')
    expect(publicByCode(place.bank, { organisationId, code: facts.code })).toBeNull()
  })

  it('names each page in both languages, under whole addresses', () => {
    const path = cataloguePath({ organisationId: 'org', code: 'gestes' })
    expect(alternates(`https://exemple.fr${path}`)).toEqual([
      { hrefLang: 'fr', href: 'https://exemple.fr/catalogue/org/gestes?lang=fr' },
      { hrefLang: 'en', href: 'https://exemple.fr/catalogue/org/gestes?lang=en' },
      { hrefLang: 'x-default', href: 'https://exemple.fr/catalogue/org/gestes' },
    ])
  })
})

describe('what search engines read of a module', () => {
  const resource = () => {
    const found = publicEdition(place.bank, place.moduleId)!
    const url = 'https://exemple.fr/catalogue/org/gestes'
    return learningResource({
      edition: describeEdition(place.bank, found, { language: 'fr', now }),
      ...{
        url,
        provider: 'https://exemple.fr/catalogue',
        iri: 'https://exemple.fr/id/m/x/1.0',
      },
    })
  }

  it('has all that is asked of it, in the shapes of the vocabulary', () => {
    expect(structuredDataProblems(resource())).toEqual([])
    expect(resource()).toMatchObject({
      timeRequired: 'PT10M',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      expires: '2027-03-10',
    })
  })

  it.each([
    ['timeRequired', '10 minutes'],
    ['timeRequired', 'PT'],
    ['license', 'CC BY 4.0'],
    ['url', '/catalogue/org/gestes'],
    ['datePublished', '10/03/2026'],
    ['inLanguage', 'FR'],
    ['creator', []],
    ['provider', { '@type': 'Organization' }],
    ['rating', 5],
  ])('would be found wrong with %s as %j', (name, value) => {
    expect(structuredDataProblems({ ...resource(), [name]: value })).toHaveLength(1)
  })

  it('would be found wrong without a name', () => {
    const { name: _, ...nameless } = resource()
    expect(structuredDataProblems(nameless)).toEqual(['name is missing'])
  })

  it('says nothing of who granted rights, nor of what is being written', () => {
    const found = publicEdition(place.bank, place.moduleId)!
    save(place, { facts: { ...facts, summary: 'Secret de chantier' } })
    const told = JSON.stringify(describeEdition(place.bank, found, { language: 'en', now }))
    expect(told).not.toContain('Secret de chantier')
    expect(told).not.toContain('masteryPercent')
  })
})

describe('a message of a visitor', () => {
  const send = (address = '192.0.2.1', at = now) =>
    sendVisitorMessage(place.bank, {
      ...{ moduleId: place.moduleId, name: 'Ada', email: 'ada@exemple.fr', body: 'Bonjour.' },
      ...{ address, now: at },
    })

  it('is read by the organisation, until somebody removes it', () => {
    send()
    const [message] = listVisitorMessages(place.bank, place)
    expect(message).toMatchObject({ name: 'Ada', title: facts.title, body: 'Bonjour.' })
    const elsewhere = addTeam(place.bank, 'Ailleurs')
    expect(listVisitorMessages(place.bank, elsewhere)).toEqual([])
    const remove = (organisationId: string) =>
      removeVisitorMessage(place.bank, { messageId: message!.id, organisationId })
    expect(() => remove(elsewhere.organisationId)).toThrow(
      expect.objectContaining({ code: 'message.not-found', status: 404 }),
    )
    remove(place.organisationId)
    expect(listVisitorMessages(place.bank, place)).toEqual([])
  })

  it('is refused about a module that is not public', () => {
    show('private')
    expect(send).toThrow(expect.objectContaining({ code: 'module.not-found', status: 404 }))
  })

  it('is the sixth within an hour from one address: refused; from another, or later, it is not', () => {
    for (let n = 0; n < 5; n += 1) send()
    expect(send).toThrow(expect.objectContaining({ code: 'message.too-many', status: 429 }))
    send('192.0.2.2')
    send('192.0.2.1', new Date(now.getTime() + 3_600_001))
    expect(listVisitorMessages(place.bank, place)).toHaveLength(7)
  })

  it('is forgotten after a year', () => {
    send()
    send('192.0.2.1', new Date(now.getTime() + 366 * 86_400_000))
    expect(listVisitorMessages(place.bank, place)).toHaveLength(1)
  })
})

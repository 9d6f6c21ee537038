import { beforeEach, expect, it } from 'vitest'
import { deployments, packages } from '#app/db/schema/bank/index.ts'
import { thirdPartyCsv } from '#app/http/third-party-csv.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { readWhatAwaits } from '#app/services/home/what-awaits.server.ts'
import {
  findThirdParty,
  listThirdParty,
} from '#app/services/rights-register/register.server.ts'
import { readRegisterQuery } from '#app/services/rights-register/third-party.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import {
  addTeam,
  approve,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { anyDigest, image, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { addFile } from '#tests/builders/rights.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

const tomorrow = new Date(now.getTime() + 86_400_000)
const seen: Partial<RightsRecord> = {
  basis: 'own-work',
  people: 'with-release',
  release: { by: 'Léa Bonnet', until: '2026-04-01', minors: 'no-minor' },
}
const quoted: Partial<RightsRecord> = { basis: 'quotation', licence: 'all-rights-reserved' }

it('lists what is borrowed and whom one recognises, what needs somebody first', () => {
  add({ title: 'À nous', basis: 'own-work' })
  add({ title: 'Carte' })
  add({ title: 'Inconnue', licence: 'unknown' })
  add({ title: 'Portrait', ...seen })
  add({ title: 'Extrait', ...quoted })
  add({ title: 'Affiche', until: '2026-03-09' })
  expect(titles()).toEqual([
    'Affiche: ended',
    'Inconnue: unknown',
    'Portrait: ending',
    'Carte: fine',
    'Extrait: fine',
  ])
  expect(titles({ show: 'attention' })).toHaveLength(3)
  expect(titles({ show: 'ended' })).toEqual(['Affiche: ended'])
  expect(titles({ show: 'ending' })).toEqual(['Portrait: ending'])
  expect(titles({ show: 'unknown' })).toEqual(['Inconnue: unknown'])
  expect(titles({ show: 'exception' })).toEqual(['Extrait: fine'])
  expect(titles({ show: 'people' })).toEqual(['Portrait: ending'])
  expect(titles({ basis: 'quotation', q: 'EXTR' })).toEqual(['Extrait: fine'])
  expect(titles({ show: 'nonsense' })).toHaveLength(5)
})

it('says where each is used: in drafts, and in packages that nobody put aside', () => {
  publishWith({ title: 'Carte' })
  const [row] = findThirdParty(place.bank, asked())
  expect(row).toMatchObject({ modules: [{ title: 'Gestes et postures' }], packages: 1 })
  place.bank.update(deployments).set({ retiredAt: 1 }).run()
  expect(findThirdParty(place.bank, asked())[0]?.packages).toBe(0)
})

it('shows nothing of another organisation', () => {
  add({ title: 'Carte' })
  const { organisationId } = addTeam(place.bank, 'Ailleurs')
  const page = listThirdParty(place.bank, { ...asked(), organisationId, page: 1 })
  expect(page).toMatchObject({ rows: [], total: 0 })
})

it('those who answer for it, wrote with it or guard a module with it are told before it ends', () => {
  publishWith({ title: 'Carte', until: '2026-03-10', guarantorId: place.people.quality.id })
  for (const role of ['quality', 'designer', 'expert'] as const)
    expect(told(role)).toMatchObject([{ title: 'Carte', endsOn: '2026-03-10', isOver: false }])
  expect(told('quality', tomorrow)).toMatchObject([{ isOver: true }])
  expect(told('publisher')).toEqual([])
})

it('nobody is told of what nothing shows', () => {
  add({ title: 'Carte', until: '2026-03-10' })
  expect(told('designer')).toEqual([])
})

it('is a sheet in the reader’s language, in which no formula runs', () => {
  add({ title: '=1+1', authors: ['Nadia; Luc'], licence: 'etalab-2.0' })
  const french = thirdPartyCsv(findThirdParty(place.bank, asked()), 'fr')
  expect(french.name).toBe('elements-de-tiers.csv')
  expect(french.text).toContain('"Nadia; Luc"')
  expect(french.text).toMatch(/\r\n'=1\+1;/)
  expect(french.text).toContain('Licence Ouverte 2.0 (Etalab);etalab-2.0')
  const english = thirdPartyCsv(findThirdParty(place.bank, asked()), 'en')
  expect(english.text).toContain('Title,Authors,Holder')
})

let files = 0

function add(rights: Partial<RightsRecord>): void {
  files += 1
  addFile(place, rights, files.toString(16).padStart(64, '0'))
}

function publishWith(rights: Partial<RightsRecord>): void {
  addFile(place, { authors: ['Luc Oudin'], ...rights }, anyDigest)
  save(place, { document: storedDoc(section('Une section', paragraph('Texte.'), image())) })
  approve(place)
  publish(place)
  const personId = place.people.publisher.id
  const wanted = { format: 'web', language: 'fr', traces: false } as const
  requestExport(place.bank, { ...keyOf(place), ...wanted, personId, now })
  place.bank.update(packages).set({ state: 'ready' }).run()
}

function asked(query: Record<string, string> = {}) {
  const { organisationId } = place
  return { ...readRegisterQuery(new URLSearchParams(query)), organisationId, now }
}

function titles(query?: Record<string, string>): string[] {
  return findThirdParty(place.bank, asked(query)).map(
    ({ rights, state }) => `${rights.title}: ${state}`,
  )
}

function told(role: 'quality' | 'designer' | 'expert' | 'publisher', at = now) {
  const { organisationId, people } = place
  const member = {
    ...{ personId: people[role].id, name: '', organisationId, organisationName: '' },
    roles: [role],
  }
  return readWhatAwaits(place.bank, { member, now: at }).rightsEnding
}

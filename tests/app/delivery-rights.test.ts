import { beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, packages, packageUses } from '#app/db/schema/bank/index.ts'
import {
  decideCommercialUse,
  withdrawDecision,
} from '#app/services/delivery-rights/decide-commercial-use.server.ts'
import { rightsByUse } from '#app/services/delivery-rights/delivery-rights.server.ts'
import { listDecisions } from '#app/services/delivery-rights/read-decisions.server.ts'
import { repeatExport } from '#app/services/exports/repeat-export.server.ts'
import { requestExport } from '#app/services/exports/request-export.server.ts'
import { latestEdition } from '#app/services/modules/find-module.server.ts'
import type { Use } from '#content-schema/rights/reason.ts'
import type { RightsRecord } from '#content-schema/rights-record.ts'
import {
  approve,
  facts,
  keyOf,
  now,
  publish,
  save,
  type Workplace,
  workplace,
} from '#tests/builders/bank.ts'
import { image, paragraph, section, storedDoc } from '#tests/builders/document.ts'
import { addFile } from '#tests/builders/rights.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

const sold: Use = { reach: 'organisation', commercial: true }
const others: Use = { reach: 'others', commercial: false }

describe('an export', () => {
  it('is refused for sale where a file excludes it, and remembers what it was asked for', () => {
    published({ licence: 'cc-by-nc-4.0', authors: ['Luc Oudin'] }, 'cc-by-nc-4.0')
    expect(() => ask(sold)).toThrow(
      expect.objectContaining({
        code: 'export.rights',
        params: { count: 1, title: 'Affiche' },
      }),
    )
    expect(place.bank.select().from(packages).all()).toEqual([])
    const packageId = ask(others)
    expect(place.bank.select().from(packageUses).all()).toEqual([{ packageId, ...others }])
  })

  it('goes out for sale once somebody decided so in writing, and not when they took it back', () => {
    published({ licence: 'cc-by-nc-4.0', authors: ['Luc Oudin'] }, 'cc-by-nc-4.0')
    const by = { ...keyOf(place), personId: place.people.publisher.id, now }
    decideCommercialUse(place.bank, { ...by, reason: 'Accord de Luc Oudin, 2 mars 2026' })
    expect(said(sold)).toEqual(['rights.decided'])
    ask(sold)
    expect(actions()).toContain('commercial-use.decided')
    const [decision] = listDecisions(place.bank, place.moduleId)
    expect(decision).toMatchObject({ person: place.people.publisher.name, day: '2026-03-10' })
    withdrawDecision(place.bank, { ...by, decisionId: decision!.id })
    expect(() => ask(sold)).toThrow(expect.objectContaining({ code: 'export.rights' }))
    expect(() => withdrawDecision(place.bank, { ...by, decisionId: decision!.id })).toThrow(
      expect.objectContaining({ code: 'commercial-use.not-found' }),
    )
  })

  it('finds nothing to decide where nothing excludes sale', () => {
    published({ licence: 'cc-by-4.0' })
    const by = { ...keyOf(place), personId: place.people.publisher.id, now }
    expect(() => decideCommercialUse(place.bank, { ...by, reason: 'x' })).toThrow(
      expect.objectContaining({ code: 'commercial-use.nothing-to-decide' }),
    )
  })

  it('keeps a quotation inside the organisation', () => {
    const quoted = { basis: 'quotation' as const, source: 'Le Monde', authors: ['A. Petit'] }
    published({ ...quoted, licence: 'all-rights-reserved' })
    expect(said(others)).toEqual(['rights.quotation-shared'])
    expect(() => ask(others)).toThrow(expect.objectContaining({ code: 'export.rights' }))
    expect(ask({ reach: 'organisation', commercial: false })).toBeTruthy()
  })

  it('is refused the day after a right ended, though the edition was published before', () => {
    published({ licence: 'cc-by-4.0', until: '2026-03-10' })
    ask(others)
    const tomorrow = new Date(now.getTime() + 86_400_000)
    expect(() => ask(others, tomorrow)).toThrow(
      expect.objectContaining({ code: 'export.rights' }),
    )
  })

  it('that is asked again is judged for the same use', () => {
    published({ licence: 'cc-by-4.0', authors: ['Luc Oudin'] })
    const packageId = ask({ reach: 'public', commercial: true })
    place.bank.update(packages).set({ state: 'cancelled' }).run()
    const personId = place.people.publisher.id
    const { organisationId } = place
    repeatExport(place.bank, { packageId, organisationId, personId, now })
    const uses = place.bank.select().from(packageUses).all()
    expect(uses.map(({ reach, commercial }) => [reach, commercial])).toEqual([
      ['public', true],
      ['public', true],
    ])
  })
})

/** Publishes a module that shows a picture under these rights. */
function published(rights: Partial<RightsRecord>, licence = facts.licence): void {
  addFile(place, rights)
  const document = storedDoc(section('Une section', paragraph('Texte.'), image()))
  save(place, { document, facts: { ...facts, licence } })
  approve(place)
  publish(place)
}

function ask(use: Use, at = now): string {
  return requestExport(place.bank, {
    ...keyOf(place),
    ...{ format: 'web', language: 'fr', traces: false, use },
    personId: place.people.publisher.id,
    now: at,
  })
}

function said({ reach, commercial }: Use): string[] {
  const edition = latestEdition(place.bank, place.moduleId)!
  const { organisationId } = place
  const all = rightsByUse(place.bank, { edition, organisationId, now })
  return all[commercial ? `${reach} commercial` : reach]!.map(({ code }) => code)
}

function actions(): string[] {
  return place.bank
    .select()
    .from(auditEntries)
    .all()
    .map(({ action }) => action)
}

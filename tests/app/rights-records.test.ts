import { beforeEach, describe, expect, it } from 'vitest'
import { rightsIn } from '#app/http/rights-form.server.ts'
import { findAsset } from '#app/services/assets/find-asset.server.ts'
import { recordRights } from '#app/services/assets/record-rights.server.ts'
import { listEditions } from '#app/services/modules/find-module.server.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'
import { approve, now, publish, type Workplace, workplace } from '#tests/builders/bank.ts'
import { anyDigest } from '#tests/builders/document.ts'
import { plainRights } from '#tests/builders/form-fields.ts'
import { addFile } from '#tests/builders/rights.ts'

let place: Workplace

beforeEach(() => {
  place = workplace()
})

const first = {
  ...{ title: 'Affiche', authors: ['Nadia Ferrand'], source: 'https://exemple.fr/affiche' },
  ...{
    licence: 'cc-by-4.0',
    changes: 'recadrage',
    people: 'with-release',
    until: '2027-01-01',
  },
}

describe('a rights record', () => {
  it.each([
    ['under a licence', first, 'licence'],
    [
      'reserved and made here',
      { ...first, licence: 'all-rights-reserved', source: '' },
      'own-work',
    ],
    ['reserved and from elsewhere', { ...first, licence: 'all-rights-reserved' }, 'licence'],
  ])('of before bases were asked, %s, keeps all that it said', (_, stored, basis) => {
    addFile(place)
    store(stored)
    expect(recorded()).toMatchObject({ ...stored, basis, proof: '', granted: [] })
  })

  it('of an edition of before is read in full too, and what was said since stays apart', () => {
    approve(place)
    publish(place)
    const { bank, moduleId } = place
    bank.$client
      .prepare('update editions set rights = ?')
      .run(JSON.stringify({ [anyDigest]: first }))
    expect(listEditions(bank, moduleId)[0]?.rights[anyDigest]).toMatchObject({
      ...first,
      basis: 'licence',
      release: { by: '', until: null, minors: 'no-minor' },
    })
  })

  it('holds all that its form says', () => {
    addFile(place)
    const guarantorId = place.people.expert.id
    const form = {
      ...plainRights,
      ...{
        authors: 'Nadia Ferrand\nLuc Oudin',
        basis: 'authorisation',
        holder: 'Éditions du Val',
      },
      ...{ granted: ['reproduction', 'commercial'], territory: 'France', from: '2026-01-01' },
      ...{ until: '2028-12-31', proof: 'Contrat 12', proofFile: anyDigest, guarantorId },
      ...{ sourceUpdatedOn: '2025-11-02', previousChanges: 'colorisé', people: 'with-release' },
      ...{ releaseBy: 'Léa Bonnet', releaseUntil: '2027-06-30', releaseMinors: 'both-parents' },
    }
    record(rightsIn(form))
    const { releaseBy, releaseUntil, releaseMinors, ...rest } = form
    expect(recorded()).toEqual({
      ...rest,
      authors: ['Nadia Ferrand', 'Luc Oudin'],
      release: { by: releaseBy, until: releaseUntil, minors: releaseMinors },
    })
  })

  it.each([
    ['a day that is none', { until: '2026-02-30' }],
    ['a right that nobody can grant', { granted: ['everything'] }],
    ['a licence that is none', { licence: 'gratuit' }],
  ])('is refused with %s', (_, wrong) => {
    expect(() => rightsIn({ ...plainRights, ...wrong })).toThrow(
      expect.objectContaining({ code: 'form.field' }),
    )
  })

  it('does not end before it begins', () => {
    addFile(place)
    const days = { from: '2026-05-02', until: '2026-05-01' }
    expect(() => record(completeRights({ title: 'x', licence: 'mit', ...days }))).toThrow(
      expect.objectContaining({ code: 'form.field', params: { field: 'until' } }),
    )
  })

  it('names neither a stranger nor a file of somebody else', () => {
    addFile(place)
    const base = { title: 'x', licence: 'mit' }
    expect(() => record(completeRights({ ...base, guarantorId: 'nobody' }))).toThrow(
      expect.objectContaining({ code: 'guarantee.stranger' }),
    )
    expect(() => record(completeRights({ ...base, proofFile: 'f'.repeat(64) }))).toThrow(
      expect.objectContaining({ code: 'asset.not-found' }),
    )
  })
})

function record(rights: RightsRecord): void {
  const { bank, organisationId, people } = place
  const by = { organisationId, personId: people.designer.id, now }
  recordRights(bank, { digest: anyDigest, record: rights, ...by })
}

function recorded(): RightsRecord | undefined {
  return findAsset(place.bank, { digest: anyDigest, ...place })?.rights
}

function store(stored: object): void {
  place.bank.$client.prepare('update asset_rights set record = ?').run(JSON.stringify(stored))
}

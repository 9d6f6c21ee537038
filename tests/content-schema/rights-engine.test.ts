import { describe, expect, it } from 'vitest'
import { judge } from '#content-schema/rights/judge.ts'
import type { Part, Use } from '#content-schema/rights/reason.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'

const days = { today: '2026-11-23', near: '2027-01-22' }
const inside: Use = { reach: 'organisation', commercial: false }
const others: Use = { reach: 'others', commercial: false }
const sold: Use = { reach: 'others', commercial: true }

type Case = [what: string, parts: Part[], licence: string, use: Use, expected: string[]]

const agreed = { proof: 'Contrat 12', granted: ['reproduction', 'communication'] as const }
const authorised = (granted: RightsRecord['granted'] = [...agreed.granted]) => ({
  ...{ basis: 'authorisation' as const, licence: 'all-rights-reserved' },
  ...{ proof: agreed.proof, granted },
})
const seen = (release: Partial<RightsRecord['release']> = {}) => ({
  people: 'with-release' as const,
  release: { by: 'Léa Bonnet', until: null, minors: 'no-minor' as const, ...release },
})

describe('may these go out together', () => {
  it.each<Case>([
    ['a whole CC BY picture', [whole('cc-by-4.0')], 'cc-by-4.0', others, []],
    ['whole CC BY-SA in a CC BY module', [whole('cc-by-sa-4.0')], 'cc-by-4.0', others, []],
    ['whole CC BY-ND in a module for sale', [whole('cc-by-nd-4.0')], 'cc-by-4.0', sold, []],
    [
      'whole CC BY-NC in a CC BY module',
      [whole('cc-by-nc-4.0')],
      'cc-by-4.0',
      others,
      [
        'rights.not-commercial: choose-licence(CC BY-NC 4.0, CC BY-NC-SA 4.0, CC BY-NC-ND 4.0) replace ask-authorisation',
      ],
    ],
    [
      'whole CC BY-NC-SA in one of its kind',
      [whole('cc-by-nc-sa-4.0')],
      'cc-by-nc-4.0',
      others,
      [],
    ],
    [
      'a cropped CC BY-SA picture in a CC BY module',
      [cut('cc-by-sa-4.0')],
      'cc-by-4.0',
      others,
      ['rights.share-alike: choose-licence(CC BY-SA 4.0) show-whole replace ask-authorisation'],
    ],
    ['the same inside the organisation', [cut('cc-by-sa-4.0')], 'cc-by-4.0', inside, []],
    [
      'CC BY-SA 3.0 FR adapted, under 4.0',
      [cut('cc-by-sa-3.0-fr')],
      'cc-by-sa-4.0',
      others,
      [],
    ],
    [
      'CC BY-SA 4.0 adapted, under 3.0: never back',
      [cut('cc-by-sa-4.0')],
      'cc-by-sa-3.0',
      others,
      ['rights.share-alike: choose-licence(CC BY-SA 4.0) show-whole replace ask-authorisation'],
    ],
    [
      'CC BY-SA and CC BY-NC adapted into one: no licence would do',
      [cut('cc-by-sa-4.0', 'a'), cut('cc-by-nc-4.0', 'b')],
      'cc-by-nc-4.0',
      others,
      [
        'b rights.not-combinable: show-whole replace ask-authorisation',
        'a rights.share-alike: show-whole replace ask-authorisation',
      ],
    ],
    [
      'one of the two shown whole: the other decides',
      [whole('cc-by-nc-4.0', 'a'), cut('cc-by-sa-4.0', 'b')],
      'cc-by-nc-4.0',
      others,
      ['b rights.share-alike: show-whole replace ask-authorisation'],
    ],
    [
      'CC BY-ND 4.0 cropped',
      [cut('cc-by-nd-4.0')],
      'cc-by-4.0',
      others,
      ['rights.no-derivatives: show-whole ask-authorisation replace'],
    ],
    ['CC BY-ND 4.0 cropped, for oneself', [cut('cc-by-nd-4.0')], 'cc-by-4.0', inside, []],
    [
      'CC BY-ND 3.0 cropped: not even for oneself',
      [cut('cc-by-nd-3.0-fr')],
      'cc-by-4.0',
      inside,
      ['rights.no-derivatives: show-whole ask-authorisation replace'],
    ],
    [
      'CC BY-NC in training that is sold',
      [whole('cc-by-nc-4.0')],
      'cc-by-nc-4.0',
      sold,
      ['rights.commercial-use: not-commercial ask-authorisation replace decide'],
    ],
    [
      'the same, sold to one’s own people: the use is judged, not the user',
      [whole('cc-by-nc-4.0')],
      'cc-by-nc-4.0',
      { reach: 'organisation', commercial: true },
      ['rights.commercial-use: not-commercial ask-authorisation replace decide'],
    ],
    [
      'reserved rights and nothing written',
      [whole('all-rights-reserved')],
      'all-rights-reserved',
      inside,
      ['rights.reserved: ask-authorisation replace'],
    ],
    [
      'unknown rights',
      [whole('unknown')],
      'cc-by-4.0',
      inside,
      ['rights.unknown: say-licence replace'],
    ],
    [
      'GFDL adapted in a CC BY-SA module',
      [cut('gfdl-1.3')],
      'cc-by-sa-4.0',
      others,
      [
        'rights.share-alike: choose-licence(GNU FDL 1.3 ou ultérieure) show-whole replace ask-authorisation',
      ],
    ],
    ['CC BY-SA 4.0 adapted into a GPL work', [cut('cc-by-sa-4.0')], 'gpl-3.0', others, []],
    [
      'GPL adapted into a CC BY-SA one: one way only',
      [cut('gpl-3.0')],
      'cc-by-sa-4.0',
      others,
      [
        'rights.share-alike: choose-licence(GNU GPL 3 ou ultérieure) show-whole replace ask-authorisation',
      ],
    ],
    ['Art Libre adapted into CC BY-SA 4.0', [cut('lal-1.3')], 'cc-by-sa-4.0', others, []],
    [
      'Licence Ouverte without the day of its last update',
      [whole('etalab-2.0')],
      'cc-by-4.0',
      others,
      ['rights.without-update-day: say-update-day'],
    ],
    [
      'Licence Ouverte with it, adapted',
      [cut('etalab-2.0', 'a', { sourceUpdatedOn: '2026-05-01' })],
      'cc-by-4.0',
      others,
      [],
    ],
    [
      'CC BY-NC adapted under CC BY',
      [cut('cc-by-nc-4.0')],
      'cc-by-4.0',
      others,
      [
        'rights.not-commercial: choose-licence(CC BY-NC 4.0, CC BY-NC-SA 4.0, CC BY-NC-ND 4.0) replace ask-authorisation',
      ],
    ],
    [
      'what is given away under a licence that asks a name',
      [whole('cc-by-4.0', 'a', { authors: [] })],
      'cc-by-4.0',
      others,
      ['rights.without-author: say-author'],
    ],
    [
      'CC BY adapted and put in the public domain',
      [cut('cc-by-4.0')],
      'cc0-1.0',
      others,
      [
        'rights.discouraged: choose-licence(CC BY 4.0, CC BY-SA 4.0, CC BY-NC 4.0) show-whole replace ask-authorisation',
      ],
    ],
  ])('%s', (_, parts, licence, use, expected) => {
    expect(said(parts, licence, use)).toEqual(expected)
  })
})

describe('what one may use without a licence', () => {
  const quoted = {
    basis: 'quotation' as const,
    licence: 'all-rights-reserved',
    source: 'Le Monde',
  }
  const taught = { ...quoted, basis: 'teaching' as const }
  it.each<[string, Partial<RightsRecord>, Use, string[]]>([
    ['a quotation inside', quoted, inside, ['rights.quotation: replace']],
    [
      'a quotation to another organisation',
      quoted,
      others,
      ['rights.quotation-shared: keep-inside ask-authorisation replace'],
    ],
    [
      'a quotation in public',
      quoted,
      { reach: 'public', commercial: false },
      ['rights.quotation-shared: keep-inside ask-authorisation replace'],
    ],
    [
      'a quotation of nobody',
      { ...quoted, authors: [], source: '' },
      inside,
      ['rights.quotation: replace', 'rights.exception-unnamed: say-author say-source'],
    ],
    [
      'an extract for teaching that is sold',
      taught,
      { reach: 'organisation', commercial: true },
      ['rights.teaching-commercial: not-commercial ask-authorisation replace'],
    ],
    ['an extract for teaching', taught, inside, ['rights.teaching: replace']],
    [
      'our own work, reserved, in a module that promises sharing',
      { basis: 'own-work', licence: 'all-rights-reserved' },
      sold,
      ['rights.not-shareable: say-licence'],
    ],
    [
      'our own work under a licence without money, sold',
      { basis: 'own-work', licence: 'cc-by-nc-4.0' },
      sold,
      [],
    ],
    ['an authorisation, inside', authorised(), inside, []],
    [
      'an authorisation that says nothing of money',
      authorised(),
      { reach: 'organisation', commercial: true },
      ['rights.not-granted-commercial: not-commercial ask-authorisation replace'],
    ],
    [
      'an authorisation nobody can show',
      { ...authorised([]), proof: '' },
      inside,
      ['rights.without-proof: keep-proof', 'rights.grant-unsaid: say-granted'],
    ],
    [
      'an authorisation for what is cropped here',
      { ...authorised(), changes: 'recadrage' },
      inside,
      ['rights.not-granted-adaptation: show-whole ask-authorisation replace'],
    ],
  ])('%s', (_, rights, use, expected) => {
    const part = { ...whole('cc-by-4.0', 'a', rights), adapted: !!rights.changes }
    expect(said([part], 'cc-by-4.0', use)).toEqual(expected)
  })
})

describe('days and faces', () => {
  it.each<[string, Partial<RightsRecord>, string[]]>([
    [
      'a right that ended yesterday',
      { until: '2026-11-22' },
      ['rights.ended: extend-right replace'],
    ],
    [
      'a right on its last day',
      { until: '2026-11-23' },
      ['rights.ending: extend-right replace'],
    ],
    [
      'a right that ends in 60 days',
      { until: '2027-01-22' },
      ['rights.ending: extend-right replace'],
    ],
    ['a right that ends after that', { until: '2027-01-23' }, []],
    ['a right that begins tomorrow', { from: '2026-11-24' }, ['rights.not-yet: replace']],
    ['a right that begins today', { from: '2026-11-23' }, []],
    [
      'faces and nothing signed',
      { people: 'without-release' },
      ['rights.no-release: ask-release replace'],
    ],
    ['faces, signed', seen(), []],
    [
      'a consent that ended',
      seen({ until: '2026-11-22' }),
      ['rights.release-ended: ask-release replace'],
    ],
    [
      'a consent that ends soon',
      seen({ until: '2026-12-01' }),
      ['rights.release-ending: ask-release replace'],
    ],
    [
      'a minor of whom one parent signed',
      seen({ minors: 'one-parent' }),
      ['rights.one-parent: ask-parents replace'],
    ],
    ['a minor of whom both did', seen({ minors: 'both-parents' }), []],
    [
      'a consent that was recorded, for a picture where nobody is seen any more',
      { ...seen({ until: '2020-01-01' }), people: 'nobody' },
      [],
    ],
  ])('%s', (_, rights, expected) => {
    expect(said([whole('cc-by-4.0', 'a', rights)], 'cc-by-4.0', inside)).toEqual(expected)
  })

  it('what warns is discouraged, what blocks is refused', () => {
    const verdict = (rights: Partial<RightsRecord>) =>
      judge({
        parts: [whole('cc-by-4.0', 'a', rights)],
        ...{ licence: 'cc-by-4.0', use: inside, days },
      }).verdict
    expect(verdict({})).toBe('allowed')
    expect(verdict({ until: '2026-12-24' })).toBe('discouraged')
    expect(verdict({ until: '2026-10-24' })).toBe('refused')
  })
})

/** Each reason with what would settle it; with the part where there are several. */
function said(parts: Part[], licence: string, use: Use): string[] {
  return judge({ parts, licence, use, days }).reasons.map(({ code, nodeId, solutions }) => {
    const ways = solutions.map((each) =>
      each.params ? `${each.code}(${each.params.licences})` : each.code,
    )
    return `${parts.length > 1 ? `${nodeId} ` : ''}${code}: ${ways.join(' ')}`
  })
}

function whole(licence: string, id = 'a', change: Partial<RightsRecord> = {}): Part {
  const rights = completeRights({ title: id, authors: ['Luc Oudin'], licence, ...change })
  return { id, rights: { ...rights, basis: change.basis ?? 'licence' }, adapted: false }
}

function cut(licence: string, id = 'a', change: Partial<RightsRecord> = {}): Part {
  return { ...whole(licence, id, change), adapted: true }
}

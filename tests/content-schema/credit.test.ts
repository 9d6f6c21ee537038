import { describe, expect, it } from 'vitest'
import { creditOf, htmlCredit, plainCredit } from '#content-schema/rights/credit.ts'
import { completeRights, type RightsRecord } from '#content-schema/rights-record.ts'

const record = (change: Partial<RightsRecord> = {}) =>
  completeRights({
    ...{ title: 'Extincteur', authors: ['Nadia Ferrand', 'Luc Oudin'] },
    ...{ source: 'https://exemple.fr/e?a=1&b=2', licence: 'cc-by-sa-4.0' },
    ...change,
  })

const french = (change?: Partial<RightsRecord>) =>
  plainCredit(creditOf(record(change), 'fr'), 'fr')
const english = (change?: Partial<RightsRecord>) =>
  plainCredit(creditOf(record(change), 'en'), 'en')

describe('a credit', () => {
  it('names title, authors, source, licence and changes, in both languages', () => {
    expect(french({ changes: 'recadrage' })).toBe(
      '« Extincteur », par Nadia Ferrand, Luc Oudin, source : https://exemple.fr/e?a=1&b=2, sous CC BY-SA 4.0 (Attribution, Partage dans les Mêmes Conditions) (https://creativecommons.org/licenses/by-sa/4.0/), modifié : recadrage.',
    )
    expect(english({ changes: 'cropped' })).toBe(
      '“Extincteur”, by Nadia Ferrand, Luc Oudin, source: https://exemple.fr/e?a=1&b=2, under CC BY-SA 4.0 (Attribution-ShareAlike) (https://creativecommons.org/licenses/by-sa/4.0/), changes: cropped.',
    )
  })

  it('gives the day that Licence Ouverte asks for', () => {
    const change = { licence: 'etalab-2.0', sourceUpdatedOn: '2026-03-01', authors: [] }
    expect(french(change)).toContain('(mise à jour le 1 mars 2026), sous Licence Ouverte 2.0')
    expect(english(change)).toContain('(updated on 1 March 2026), under Open Licence 2.0')
    expect(french({ ...change, source: '' })).toContain('« Extincteur », mise à jour le 1 mars')
  })

  it('says why what has no licence may stand there', () => {
    const closed = { licence: 'all-rights-reserved', source: '' }
    expect(french({ ...closed, basis: 'quotation' })).toContain('courte citation (code de la')
    expect(french({ ...closed, basis: 'authorisation', holder: 'Éditions du Val' })).toBe(
      '« Extincteur », par Nadia Ferrand, Luc Oudin, © Éditions du Val, tous droits réservés, avec l’autorisation des ayants droit.',
    )
    expect(french({ ...closed, basis: 'own-work' })).toMatch(/, tous droits réservés\.$/)
    expect(french({ licence: 'unknown' })).toContain('licence non précisée')
  })

  it('names what others had changed before, and a nameless work', () => {
    expect(french({ title: '', previousChanges: 'colorisé' })).toMatch(
      /^« Sans titre », .*, modifications antérieures : colorisé\.$/,
    )
  })

  it('goes into a page with its links, and nothing that runs', () => {
    const html = htmlCredit(
      creditOf(record({ title: '<img src=x onerror=alert(1)>', authors: ['A "B"'] }), 'fr'),
    )
    expect(html).toContain('<cite>&lt;img src=x onerror=alert(1)&gt;</cite>')
    expect(html).toContain('<a href="https://exemple.fr/e?a=1&amp;b=2">')
    expect(html).toContain('rel="license"')
    const script = creditOf(record({ source: 'javascript:alert(1)' }), 'fr')
    expect(htmlCredit(script)).not.toContain('href="javascript')
  })

  it('takes what stands in a title literally', () => {
    expect(french({ title: '$& $1', authors: ['$`'] })).toContain('« $& $1 », par $`,')
  })
})

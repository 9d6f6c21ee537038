import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { licences } from '#content-schema/licences/catalogue.ts'
import { readLicence } from '#content-schema/licences/read-licence.ts'

/** As met in the wild: what is read, how surely, and why. */
const strings: [text: string, licence: string | null, confidence: string, why: string][] = [
  // Identifiers and codes of other programs.
  ['CC-BY-SA-4.0', 'cc-by-sa-4.0', 'certain', 'identifier'],
  ['cc-by-nc-nd-3.0', 'cc-by-nc-nd-3.0', 'certain', 'identifier'],
  ['LicenseRef-CC-BY-SA-3.0-FR', 'cc-by-sa-3.0-fr', 'certain', 'identifier'],
  ['etalab-2.0', 'etalab-2.0', 'certain', 'identifier'],
  ['MIT', 'mit', 'certain', 'identifier'],
  ['AGPL-3.0-or-later', 'agpl-3.0', 'certain', 'identifier'],
  ['GPL-3.0-only', 'gpl-3.0', 'likely', 'no-version'],
  ['CC BY|4.0', 'cc-by-4.0', 'certain', 'name'],
  ['CC BY-NC-SA 4.0', 'cc-by-nc-sa-4.0', 'certain', 'name'],
  ['CC0 1.0', 'cc0-1.0', 'certain', 'name'],
  ['CC PDM', 'pdm-1.0', 'certain', 'name'],
  ['U', 'unknown', 'certain', 'identifier'],
  ['C', 'all-rights-reserved', 'certain', 'identifier'],
  ['PD', 'pdm-1.0', 'likely', 'name'],
  // Addresses.
  ['https://creativecommons.org/licenses/by-sa/4.0/', 'cc-by-sa-4.0', 'certain', 'address'],
  [
    'http://creativecommons.org/licenses/by-nc-sa/3.0/fr/',
    'cc-by-nc-sa-3.0-fr',
    'certain',
    'address',
  ],
  ['creativecommons.org/licenses/by/4.0/deed.fr', 'cc-by-4.0', 'certain', 'address'],
  [
    'https://creativecommons.org/licenses/by-nc-nd/4.0/legalcode.en',
    'cc-by-nc-nd-4.0',
    'certain',
    'address',
  ],
  ['https://creativecommons.org/licenses/by-sa/3.0/de/', null, 'ambiguous', 'not-in-catalogue'],
  ['https://creativecommons.org/licenses/by/2.0/', null, 'ambiguous', 'not-in-catalogue'],
  ['https://creativecommons.org/publicdomain/zero/1.0/deed.fr', 'cc0-1.0', 'certain', 'name'],
  ['https://creativecommons.org/publicdomain/mark/1.0/', 'pdm-1.0', 'certain', 'name'],
  ['https://www.gnu.org/licenses/gpl-3.0.html', 'gpl-3.0', 'likely', 'no-version'],
  ['https://opensource.org/licenses/MIT', 'mit', 'certain', 'name'],
  ['https://artlibre.org/', 'lal-1.3', 'likely', 'no-version'],
  ['https://opendatacommons.org/licenses/odbl/1-0/', 'odbl-1.0', 'certain', 'name'],
  // eXeLearning and LOM, free text.
  ['creative commons: attribution - share alike 3.0', 'cc-by-sa-3.0', 'certain', 'name'],
  ['creative commons: attribution 4.0', 'cc-by-4.0', 'certain', 'name'],
  [
    'creative commons: attribution - non commercial - share alike 4.0',
    'cc-by-nc-sa-4.0',
    'certain',
    'name',
  ],
  [
    'creative commons: attribution - non derived work - non commercial 4.0',
    'cc-by-nc-nd-4.0',
    'certain',
    'name',
  ],
  ['free software license GPL', 'gpl-3.0', 'likely', 'no-version'],
  ['public domain', 'pdm-1.0', 'likely', 'name'],
  ['propietary license', 'all-rights-reserved', 'certain', 'name'],
  [
    '© 2019 Université de Lille, CC BY-SA 3.0 FR – http://creativecommons.org/licenses/by-sa/3.0/fr/',
    'cc-by-sa-3.0-fr',
    'certain',
    'address',
  ],
  [
    'Licence Creative Commons Attribution - Pas d’Utilisation Commerciale 4.0 International',
    'cc-by-nc-4.0',
    'certain',
    'name',
  ],
  // French.
  [
    'Creative Commons Paternité - Partage des Conditions Initiales à l’Identique 3.0 France',
    'cc-by-sa-3.0-fr',
    'certain',
    'name',
  ],
  ['CC BY-NC-ND 3.0 FR', 'cc-by-nc-nd-3.0-fr', 'certain', 'name'],
  [
    'Attribution – Pas d’Utilisation Commerciale – Pas de Modification 4.0',
    'cc-by-nc-nd-4.0',
    'certain',
    'name',
  ],
  [
    'Attribution - Partage dans les Mêmes Conditions',
    'cc-by-sa-4.0',
    'ambiguous',
    'no-version',
  ],
  ['CC by sa', 'cc-by-sa-4.0', 'ambiguous', 'no-version'],
  ['CC-BY-NC', 'cc-by-nc-4.0', 'ambiguous', 'no-version'],
  ['CC BY-SA FR', 'cc-by-sa-3.0-fr', 'ambiguous', 'no-version'],
  ['Licence Ouverte / Open Licence 2.0', 'etalab-2.0', 'certain', 'name'],
  ['Licence ouverte v2.0 (Etalab)', 'etalab-2.0', 'certain', 'name'],
  ['Licence Ouverte', 'etalab-2.0', 'likely', 'no-version'],
  ['Licence Ouverte 1.0', null, 'ambiguous', 'not-in-catalogue'],
  ['Licence Art Libre 1.3', 'lal-1.3', 'certain', 'name'],
  ['Tous droits réservés', 'all-rights-reserved', 'certain', 'name'],
  [
    '© Éditions Dupont 2021 – tous droits de reproduction réservés',
    'all-rights-reserved',
    'certain',
    'name',
  ],
  ['© Jeanne Martin', 'all-rights-reserved', 'likely', 'notice'],
  ['Domaine public', 'pdm-1.0', 'likely', 'name'],
  ['Licence inconnue', 'unknown', 'certain', 'name'],
  // What no program should decide.
  ['Image libre de droits', null, 'ambiguous', 'vague'],
  ['royalty-free', null, 'ambiguous', 'vague'],
  ['Creative Commons', null, 'ambiguous', 'vague'],
  ['CC', null, 'ambiguous', 'vague'],
  ['Photo by Unsplash', null, 'ambiguous', 'not-in-catalogue'],
  ['CC BY 4.0 or CC BY-SA 4.0', null, 'ambiguous', 'several'],
  ['CC-BY-4.0 OR MIT', null, 'ambiguous', 'several'],
  ['CC-BY-SA-4.0 AND MIT', null, 'ambiguous', 'several'],
  [
    'CC BY 4.0 – https://creativecommons.org/licenses/by-nc/4.0/',
    null,
    'ambiguous',
    'contradicts',
  ],
  ['CC BY-NC 4.0, tous droits réservés', null, 'ambiguous', 'contradicts'],
  ['CC BY-ND-SA 4.0', null, 'ambiguous', 'contradicts'],
  ['LGPL 2.1', null, 'ambiguous', 'not-in-catalogue'],
  ['GPLv2', null, 'ambiguous', 'not-in-catalogue'],
  ['by the author', null, 'none', 'nothing'],
  ['Nous contacter', null, 'none', 'nothing'],
  ['', null, 'none', 'nothing'],
]

describe('a licence as it is written', () => {
  it.each(strings)('%s', (text, id, confidence, why) => {
    expect(readLicence(text)).toMatchObject({ licence: id, confidence, why })
  })

  it('names of the catalogue, in both languages, are read as what they name', () => {
    for (const { id, name, url } of licences) {
      expect([name.fr, readLicence(name.fr).licence]).toEqual([name.fr, id])
      expect([name.en, readLicence(name.en).licence]).toEqual([name.en, id])
      if (url) expect([url, readLicence(url).licence]).toEqual([url, id])
    }
  })

  it('what it may mean is all of the catalogue, the first being what is proposed', () => {
    const known = new Set(licences.map(({ id }) => id))
    for (const [text] of strings) {
      const { licence, candidates } = readLicence(text)
      expect(candidates.every((each) => known.has(each))).toBe(true)
      if (licence) expect([text, candidates[0]]).toEqual([text, licence])
    }
  })

  it('a hostile text is read to its end', () => {
    for (const text of [
      'by-nc-'.repeat(50_000),
      `cc ${'- '.repeat(90_000)}by`,
      '('.repeat(1e6),
    ])
      expect(readLicence(text).confidence).not.toBe('certain')
  })

  const mapFile = '../shared/fixtures/licences/h5p-licence-map.json'
  it.skipIf(!existsSync(mapFile))(
    'codes of H5P are read as the collected map says (skipped without ../shared)',
    () => {
      const { map } = JSON.parse(readFileSync(mapFile, 'utf8')) as {
        map: Record<string, string>
      }
      // Ours have no version without "or later", no domain without its mark, no PDDL.
      const ours: Record<string, string | null> = {
        'GPL-3.0-only': 'gpl-3.0',
        'LicenseRef-domaine-public': 'pdm-1.0',
        'PDDL-1.0': null,
      }
      for (const [code, spdx] of Object.entries(map)) {
        const expected =
          spdx in ours ? ours[spdx] : licences.find((each) => each.spdx === spdx)?.id
        expect([code, readLicence(code).licence]).toEqual([code, expected])
      }
    },
  )
})

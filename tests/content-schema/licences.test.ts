import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { licence, licences } from '#content-schema/licences/catalogue.ts'

const factsFile = '../shared/fixtures/licences/licences.json'

it('knows 29 licences, each under an identifier of its own', () => {
  expect(licences).toHaveLength(29)
  expect(new Set(licences.map(({ id }) => id)).size).toBe(29)
  expect(new Set(licences.map(({ spdx }) => spdx)).size).toBe(29)
})

it('lets an open licence be shared and adapted, and asks who made the work', () => {
  expect(licence('cc-by-4.0')).toMatchObject({
    spdx: 'CC-BY-4.0',
    permits: { share: true, adapt: true, commercial: true },
    requires: { attribution: true, shareAlike: false },
  })
})

it('asks for the day of the last update under Licence Ouverte only', () => {
  const asking = licences.filter(({ requires }) => requires.updateDate)
  expect(asking.map(({ id }) => id)).toEqual(['etalab-2.0'])
})

it('permits nothing when rights are reserved or unknown', () => {
  for (const id of ['all-rights-reserved', 'unknown']) {
    expect(licence(id)?.permits).toEqual({ share: false, adapt: false, commercial: false })
  }
})

it('names a French port as its authors do', () => {
  expect(licence('cc-by-nc-sa-3.0-fr')).toMatchObject({
    spdx: 'LicenseRef-CC-BY-NC-SA-3.0-FR',
    url: 'https://creativecommons.org/licenses/by-nc-sa/3.0/fr/',
    name: {
      fr: 'CC BY-NC-SA 3.0 FR (Attribution, Pas d’Utilisation Commerciale, Partage dans les Mêmes Conditions)',
      en: 'CC BY-NC-SA 3.0 France (Attribution-NonCommercial-ShareAlike)',
    },
  })
})

it('has no licence for an identifier it does not know', () => {
  expect(licence('cc-by-9.0')).toBeNull()
})

it.skipIf(!existsSync(factsFile))(
  'states the same facts as the collected list (skipped when the shared fixtures are absent)',
  () => {
    const facts = JSON.parse(readFileSync(factsFile, 'utf8')) as {
      licences: CollectedLicence[]
    }
    expect(licences.map(asCollected)).toEqual(facts.licences.map(comparable))
  },
)

type CollectedLicence = {
  id: string
  spdx: string
  url: string | null
  family: string
  version?: string
  permits: object
  requires: object
  requiresUpdateDate?: boolean
}

/** The list calls reserved rights `arr`, and leaves out what is false or absent. */
function comparable(collected: CollectedLicence) {
  const { id, spdx, url, family, version, permits, requires, requiresUpdateDate } = collected
  return {
    id: id === 'arr' ? 'all-rights-reserved' : id,
    spdx,
    url,
    family,
    version: version ?? null,
    permits,
    requires: { ...requires, updateDate: requiresUpdateDate ?? false },
  }
}

function asCollected({ name: _, ...facts }: (typeof licences)[number]) {
  return facts
}

import type { Licence } from './licence.ts'

const families = ['BY', 'BY-SA', 'BY-NC', 'BY-ND', 'BY-NC-SA', 'BY-NC-ND'] as const
const versions = ['4.0', '3.0', '3.0-fr'] as const

type Family = (typeof families)[number]
type Version = (typeof versions)[number]
type Condition = 'BY' | 'SA' | 'NC' | 'ND'

/** How Creative Commons itself names each condition. */
const conditions: Record<Condition, { fr: string; en: string }> = {
  BY: { fr: 'Attribution', en: 'Attribution' },
  NC: { fr: 'Pas d’Utilisation Commerciale', en: 'NonCommercial' },
  ND: { fr: 'Pas de Modification', en: 'NoDerivatives' },
  SA: { fr: 'Partage dans les Mêmes Conditions', en: 'ShareAlike' },
}

const publicDomain = {
  permits: { share: true, adapt: true, commercial: true },
  requires: {
    attribution: false,
    shareAlike: false,
    indicateChanges: false,
    updateDate: false,
  },
}

/**
 * The six licences in the three versions met in French works, then the two tools of the public
 * domain. French moral rights remain under those: credits are given anyway.
 *
 * @see https://creativecommons.org/licenses/
 */
export const creativeCommons: readonly Licence[] = [
  ...families.flatMap((family) => versions.map((version) => conditioned(family, version))),
  {
    id: 'cc0-1.0',
    spdx: 'CC0-1.0',
    name: {
      fr: 'CC0 1.0, versement au domaine public',
      en: 'CC0 1.0, Public Domain Dedication',
    },
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    family: 'CC0',
    version: '1.0',
    ...publicDomain,
  },
  {
    id: 'pdm-1.0',
    spdx: 'CC-PDM-1.0',
    name: { fr: 'Marque du domaine public 1.0', en: 'Public Domain Mark 1.0' },
    url: 'https://creativecommons.org/publicdomain/mark/1.0/',
    family: 'PDM',
    version: '1.0',
    ...publicDomain,
  },
]

function conditioned(family: Family, version: Version): Licence {
  const has = (condition: Condition) => family.split('-').includes(condition)
  return {
    id: `cc-${family.toLowerCase()}-${version}`,
    spdx: spdxOf(family, version),
    name: { fr: nameOf(family, version, 'fr'), en: nameOf(family, version, 'en') },
    url: `https://creativecommons.org/licenses/${family.toLowerCase()}/${version.replace('-', '/')}/`,
    family,
    version,
    permits: { share: true, adapt: !has('ND'), commercial: !has('NC') },
    requires: {
      attribution: true,
      shareAlike: has('SA'),
      indicateChanges: true,
      updateDate: false,
    },
  }
}

/** The SPDX list has no identifier for the French ports of version 3.0. */
function spdxOf(family: Family, version: Version): string {
  return version === '3.0-fr' ? `LicenseRef-CC-${family}-3.0-FR` : `CC-${family}-${version}`
}

function nameOf(family: Family, version: Version, language: 'fr' | 'en'): string {
  const words = (family.split('-') as Condition[]).map((each) => conditions[each][language])
  const number = version.replace('-fr', language === 'fr' ? ' FR' : ' France')
  return `CC ${family} ${number} (${words.join(language === 'fr' ? ', ' : '-')})`
}

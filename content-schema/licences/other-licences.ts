import type { Licence } from './licence.ts'

const free = { share: true, adapt: true, commercial: true }
const nothing = { share: false, adapt: false, commercial: false }
const credited = {
  attribution: true,
  shareAlike: false,
  indicateChanges: true,
  updateDate: false,
}
const copyleft = { ...credited, shareAlike: true }

/** Open licences that are not Creative Commons: data, software and works found in modules. */
export const otherOpen: readonly Licence[] = [
  {
    id: 'etalab-2.0',
    spdx: 'etalab-2.0',
    name: { fr: 'Licence Ouverte 2.0 (Etalab)', en: 'Open Licence 2.0 (Etalab)' },
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    family: 'BY',
    version: '2.0',
    permits: free,
    requires: { ...credited, updateDate: true },
  },
  {
    id: 'lal-1.3',
    spdx: 'LAL-1.3',
    name: { fr: 'Licence Art Libre 1.3', en: 'Free Art License 1.3' },
    url: 'https://artlibre.org/',
    family: 'BY-SA',
    version: '1.3',
    permits: free,
    requires: copyleft,
  },
  {
    id: 'gpl-3.0',
    spdx: 'GPL-3.0-or-later',
    name: { fr: 'GNU GPL 3 ou ultérieure', en: 'GNU GPL v3 or later' },
    url: 'https://www.gnu.org/licenses/gpl-3.0.html',
    family: 'copyleft-software',
    version: '3.0',
    permits: free,
    requires: copyleft,
  },
  {
    id: 'agpl-3.0',
    spdx: 'AGPL-3.0-or-later',
    name: { fr: 'GNU AGPL 3 ou ultérieure', en: 'GNU AGPL v3 or later' },
    url: 'https://www.gnu.org/licenses/agpl-3.0.html',
    family: 'copyleft-software',
    version: '3.0',
    permits: free,
    requires: copyleft,
  },
  {
    id: 'gfdl-1.3',
    spdx: 'GFDL-1.3-or-later',
    name: { fr: 'GNU FDL 1.3 ou ultérieure', en: 'GNU FDL v1.3 or later' },
    url: 'https://www.gnu.org/licenses/fdl-1.3.html',
    family: 'copyleft-doc',
    version: '1.3',
    permits: free,
    requires: copyleft,
  },
  {
    id: 'mit',
    spdx: 'MIT',
    name: { fr: 'Licence MIT', en: 'MIT License' },
    url: 'https://opensource.org/license/mit',
    family: 'BY',
    version: null,
    permits: free,
    requires: credited,
  },
  {
    id: 'odbl-1.0',
    spdx: 'ODbL-1.0',
    name: { fr: 'Open Database License 1.0', en: 'Open Database License 1.0' },
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    family: 'copyleft-data',
    version: '1.0',
    permits: free,
    requires: copyleft,
  },
]

/** What may not leave: reserved by its author, or of rights nobody has established yet. */
export const closed: readonly Licence[] = [
  {
    id: 'all-rights-reserved',
    spdx: 'LicenseRef-tous-droits-reserves',
    name: { fr: 'Tous droits réservés', en: 'All rights reserved' },
    url: null,
    family: 'closed',
    version: null,
    permits: nothing,
    requires: credited,
  },
  {
    id: 'unknown',
    spdx: 'LicenseRef-inconnue',
    name: { fr: 'Licence inconnue', en: 'Unknown licence' },
    url: null,
    family: 'closed',
    version: null,
    permits: nothing,
    requires: credited,
  },
]

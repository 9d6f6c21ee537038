import type { Language } from '#app/i18n/languages.ts'
import { spoken } from '#app/i18n/sentences.server.ts'
import type { ThirdPartyElement } from '#app/services/rights-register/third-party.ts'
import { licence as licenceOf } from '#content-schema/licences/catalogue.ts'
import { type Cell, writeCsv } from './csv.ts'

const columns = [
  ...(['title', 'authors', 'holder', 'source', 'licence', 'spdx', 'basis', 'granted'] as const),
  ...(['territory', 'from', 'until', 'people', 'releaseBy', 'releaseUntil', 'proof'] as const),
  ...(['guarantor', 'state', 'modules', 'packages', 'digest'] as const),
] as const

/** The register of third-party elements as a sheet. */
export function thirdPartyCsv(
  rows: readonly ThirdPartyElement[],
  language: Language,
): { name: string; text: string } {
  const t = spoken(language).getFixedT(language, ['rights', 'modules'])
  const heads = columns.map((column) => t(`register.csv.${column}`))
  const lines = rows.map((row) => {
    const cells = cellsOf(row)
    return columns.map((column) => cells[column])
  })
  return { name: `${t('register.csv.file')}.csv`, text: writeCsv([heads, ...lines], language) }

  function cellsOf(row: ThirdPartyElement): Record<(typeof columns)[number], Cell> {
    const { title, authors, holder, source, territory, from, until, proof } = row.rights
    const { people, release, basis, granted } = row.rights
    const known = licenceOf(row.rights.licence)
    return {
      ...{ title, holder, source, territory, from, until },
      authors: authors.join(', '),
      licence: known?.name[language] ?? '',
      spdx: known?.spdx ?? '',
      basis: t(`bases.${basis}`),
      granted: granted.map((right) => t(`grants.${right}`)).join(', '),
      people: t(`modules:rights.peopleChoices.${people}`),
      releaseBy: release.by,
      releaseUntil: release.until,
      proof: [proof, row.rights.proofFile].filter(Boolean).join(' '),
      guarantor: row.guarantor,
      state: t(`register.states.${row.state}`),
      modules: row.modules.map((each) => each.title).join(', '),
      packages: row.packages,
      digest: row.digest,
    }
  }
}

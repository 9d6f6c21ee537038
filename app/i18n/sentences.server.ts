import type { i18n } from 'i18next'
import type { UserError } from '#app/http/user-error.ts'
import { explainFinding, type PackageFinding } from '#packaging/index.ts'
import enApi from './en/api-errors.json' with { type: 'json' }
import enCoverage from './en/coverage.json' with { type: 'json' }
import enDeployments from './en/deployments.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enExports from './en/exports.json' with { type: 'json' }
import enHome from './en/home.json' with { type: 'json' }
import en from './en/index.ts'
import enLetters from './en/letters.json' with { type: 'json' }
import enPackageFindings from './en/package-findings.json' with { type: 'json' }
import enRights from './en/rights.json' with { type: 'json' }
import frApi from './fr/api-errors.json' with { type: 'json' }
import frCoverage from './fr/coverage.json' with { type: 'json' }
import frDeployments from './fr/deployments.json' with { type: 'json' }
import frErrors from './fr/errors.json' with { type: 'json' }
import frExports from './fr/exports.json' with { type: 'json' }
import frHome from './fr/home.json' with { type: 'json' }
import fr from './fr/index.ts'
import frLetters from './fr/letters.json' with { type: 'json' }
import frPackageFindings from './fr/package-findings.json' with { type: 'json' }
import frRights from './fr/rights.json' with { type: 'json' }
import type { Language } from './languages.ts'
import { translator } from './translator.ts'
import { writeDay } from './use-format.ts'

type Found = Pick<PackageFinding, 'severity'> & {
  code: string
  params?: PackageFinding['params']
}

/** A finding on a package, as it is said to somebody. */
export type FindingSaid = {
  code: string
  severity: PackageFinding['severity']
  message: string
  place: string | null
  line: number | null
  rule: string | null
  advice: string | null
}

/** What a page would say, for whoever asked in no page. */
export function sentences(language: Language) {
  const { t } = spoken(language)
  return {
    refusal: ({ code, params }: Pick<UserError, 'code' | 'params'>): string =>
      t(`errors:${code as 'server.failed'}`, withDays(params, language)),
    packageFinding: ({ code, severity, params = {} }: Found): FindingSaid => {
      const { place, line, rule, advice } = explainFinding({ code, params })
      const message = t(`packageFindings:packages.${code as 'package.not-made'}`, params)
      const toDo = advice?.[language] ?? null
      return { code, severity, message, place, line, rule, advice: toDo }
    },
  }
}

/** Days as the reader writes them. */
function withDays(params: UserError['params'], language: Language): UserError['params'] {
  const written = Object.entries(params).map(([name, value]) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(String(value))
    return [name, isDay ? writeDay(String(value), language) : value]
  })
  return Object.fromEntries(written)
}

/** With what only programs are told, and what else is written outside a page. */
const french = {
  ...fr,
  errors: { ...fr.errors, ...frErrors, ...frApi },
  coverage: frCoverage,
  deployments: frDeployments,
  exports: frExports,
  home: frHome,
  letters: frLetters,
  packageFindings: frPackageFindings,
  rights: frRights,
}
const english = {
  ...en,
  errors: { ...en.errors, ...enErrors, ...enApi },
  coverage: enCoverage,
  deployments: enDeployments,
  exports: enExports,
  home: enHome,
  letters: enLetters,
  packageFindings: enPackageFindings,
  rights: enRights,
}

const known = new Map<Language, i18n>()

/** Every word in one language. */
export function spoken(language: Language): i18n {
  const words =
    known.get(language) ?? translator(language, language === 'fr' ? french : english)
  known.set(language, words)
  return words
}

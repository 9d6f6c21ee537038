import { licence as licenceOf, licences } from './catalogue.ts'
import {
  markWords,
  noticeWords,
  olderWords,
  otherWords,
  publicDomainWords,
  reservedWords,
  unknownWords,
  vagueWords,
  zeroWords,
} from './licence-words.ts'

/**
 * `certain`: it says exactly this; `likely`: it says this, with a detail missing or supposed;
 * `ambiguous`: it may be read in several ways; `none`: nothing was understood.
 */
export const confidences = ['certain', 'likely', 'ambiguous', 'none'] as const
export type Confidence = (typeof confidences)[number]

export const readingReasons = [
  'identifier',
  'address',
  'name',
  'no-version',
  'several',
  'contradicts',
  'not-in-catalogue',
  'vague',
  'notice',
  'nothing',
] as const

/** What a text that names a licence says, as far as a program can tell: a person confirms it. */
export type LicenceReading = {
  /** Of the catalogue; `null` when there is none to propose. */
  licence: string | null
  confidence: Confidence
  why: (typeof readingReasons)[number]
  /** All that it may mean, the likeliest first. */
  candidates: string[]
}

/** Longer texts are terms of use, not the name of a licence. */
const longestRead = 2000

/**
 * Reads a licence as found in the wild: codes of H5P, free text of eXeLearning and LOM, addresses,
 * French and English names, SPDX identifiers and expressions.
 */
export function readLicence(text: string): LicenceReading {
  const plain = folded(text.slice(0, longestRead))
  if (plain === '') return nothing
  const named = licences.find(({ spdx, id }) =>
    [spdx, id].some((each) => folded(each) === plain),
  )
  if (named) return sure(named.id, 'identifier')
  if (plain === 'c') return sure('all-rights-reserved', 'identifier')
  if (unknownWords.test(plain)) return sure('unknown', plain === 'u' ? 'identifier' : 'name')
  const found = distinct([...creativeCommons(plain), ...others(plain)])
  return oneOf(found, plain)
}

const nothing: LicenceReading = {
  ...{ licence: null, confidence: 'none', why: 'nothing', candidates: [] },
}

function oneOf(found: LicenceReading[], plain: string): LicenceReading {
  const reserved = reservedWords.test(plain)
  const all = found.flatMap(({ candidates }) => candidates)
  if (found.length > 0 && reserved)
    return either([...all, 'all-rights-reserved'], 'contradicts')
  if (found.length > 1)
    return either(all, /\bor\b|\bou\b/.test(plain) ? 'several' : conflict(found))
  if (found[0]) return found[0]
  if (olderWords.test(plain))
    return { ...nothing, confidence: 'ambiguous', why: 'not-in-catalogue' }
  if (reserved) return sure('all-rights-reserved', 'name')
  if (publicDomainWords.test(plain))
    return { ...likely('pdm-1.0', 'name'), candidates: ['pdm-1.0', 'cc0-1.0'] }
  if (vagueWords.test(plain)) return { ...nothing, confidence: 'ambiguous', why: 'vague' }
  return noticeWords.test(plain) ? likely('all-rights-reserved', 'notice') : nothing
}

/** Two works may each have their licence; two of one work cannot both be its only one. */
function conflict(found: LicenceReading[]): LicenceReading['why'] {
  return found.some(({ why }) => why === 'address') ? 'contradicts' : 'several'
}

const conditionWords = {
  nc: /\bnc\b|\bnon[- ]?commerc|pas d.?(utilisation|usage) commercial|sans (utilisation|usage) commercial|no comercial|not? for commercial/,
  nd: /\bnd\b|non?[- ]?deriv|pas de modif|sans modif|pas d.?oeuvres? derivee|sans oeuvre derivee|sin obra/,
  sa: /\bsa\b|share[- ]?alike|sharealike|memes conditions|a l.?identique|compartir igual/,
}

/** Codes and names of Creative Commons: addresses first, since they say all. */
function creativeCommons(plain: string): LicenceReading[] {
  const addressed = [...plain.matchAll(address)].map((match) =>
    ofFamily(conditionsIn(match[1]!), { number: match[2]!, port: match[3] ?? '' }, 'address'),
  )
  const rest = plain.replace(address, ' ').replace(/https?:\/\/\S+/g, ' ')
  const tools = [
    ...(zeroWords.test(plain) ? [sure('cc0-1.0', 'name')] : []),
    ...(markWords.test(plain) ? [sure('pdm-1.0', 'name')] : []),
  ]
  return [...addressed, ...tools, ...(tools.length > 0 ? [] : spelled(rest))]
}

const address =
  /creativecommons\.org\/licen[cs]es\/(by(?:-(?:nc|nd|sa))*)\/(\d\.\d)(?:\/(igo|[a-z]{2})\b)?(?:\/(?:deed|legalcode)[.a-z_-]*)?\/?/g

/** `CC BY-SA 4.0`, `by-nc-sa`, `creative commons : paternité, partage à l’identique 3.0 France`. */
function spelled(text: string): LicenceReading[] {
  const codes = [...text.matchAll(code)].map((match) =>
    ofFamily(
      conditionsIn(match[1]!),
      { number: match[2] ?? '', port: portIn(match[3]) },
      'name',
    ),
  )
  if (codes.length > 0) return codes
  const isNamed = /\bcc\b|creative ?commons/.test(text)
  const says = Object.values(conditionWords).some((words) => words.test(text))
  const by = /\bby\b|attribution|paternite|reconocimiento/.test(text)
  if (!(isNamed && (by || says)) && !(by && says)) return []
  const number = /(?:^|[^\d.])([1-4]\.[05])\b/.exec(text)?.[1] ?? ''
  return [ofFamily(conditionsIn(text), { number, port: portIn(text) }, 'name')]
}

const code =
  /\b(?:cc[ -]{1,3})?(by(?:[ -]{1,3}(?:nc|nd|sa))+|(?<=\bcc[ -]{1,3})by)\b(?:[ |:v-]{0,3}(\d\.\d))?((?:[ -]{1,3}(?:fr\b|france))?)/g

function portIn(text = ''): string {
  return /\bfr\b|france/.test(text) ? 'fr' : ''
}

type Conditions = { nc: boolean; nd: boolean; sa: boolean }

function conditionsIn(text: string): Conditions {
  const words = text.replaceAll('-', ' - ')
  const has = (name: keyof Conditions) =>
    conditionWords[name].test(words) || conditionWords[name].test(text)
  return { nc: has('nc'), nd: has('nd'), sa: has('sa') }
}

/** The licence of these conditions in this version; the reading says what had to be supposed. */
function ofFamily(
  { nc, nd, sa }: Conditions,
  { number, port }: { number: string; port: string },
  why: 'address' | 'name',
): LicenceReading {
  const id = (end: string) => `cc-by${nc ? '-nc' : ''}${end}`
  if (nd && sa) return either([id('-nd-4.0'), id('-sa-4.0')], 'contradicts')
  const family = id(nd ? '-nd' : sa ? '-sa' : '')
  const known = ['4.0', '3.0', '3.0-fr'].map((version) => `${family}-${version}`)
  if (number === '') {
    const candidates = port === 'fr' ? [known[2]!, known[0]!] : known
    return { licence: candidates[0]!, confidence: 'ambiguous', why: 'no-version', candidates }
  }
  // Version 4.0 has no ports; any of it is the same text.
  const exact = number === '3.0' && port === 'fr' ? `${family}-3.0-fr` : `${family}-${number}`
  const foreign = number !== '4.0' && port !== '' && port !== 'fr'
  if (licenceOf(exact) && !foreign) return sure(exact, why)
  return { licence: null, confidence: 'ambiguous', why: 'not-in-catalogue', candidates: known }
}

function others(plain: string): LicenceReading[] {
  if (olderWords.test(plain)) return []
  const found = otherWords.filter(({ words }) => words.test(plain))
  return found
    .filter(({ id }) => id !== 'gpl-3.0' || !found.some((each) => each.id === 'agpl-3.0'))
    .map(({ id, sure: exact }) =>
      exact?.test(plain) ? sure(id, 'name') : likely(id, 'no-version'),
    )
}

function sure(id: string, why: LicenceReading['why']): LicenceReading {
  return { licence: id, confidence: 'certain', why, candidates: [id] }
}

function likely(id: string, why: LicenceReading['why']): LicenceReading {
  return { ...sure(id, why), confidence: 'likely' }
}

function either(candidates: string[], why: LicenceReading['why']): LicenceReading {
  return { licence: null, confidence: 'ambiguous', why, candidates: [...new Set(candidates)] }
}

/** The same licence named twice, by its code and by its address, is named once, and surely. */
function distinct(found: LicenceReading[]): LicenceReading[] {
  const certain = found.filter(({ confidence }) => confidence === 'certain')
  const said = new Set(certain.map(({ licence }) => licence))
  const supposed = found.filter(
    ({ confidence, candidates }) =>
      confidence !== 'certain' && !candidates.some((each) => said.has(each)),
  )
  const first = new Map<string, LicenceReading>()
  for (const each of [...certain, ...supposed]) {
    const key = each.candidates.join()
    if (!first.has(key)) first.set(key, each)
  }
  return [...first.values()]
}

/** Without accents, capitals, nor the many dashes and spaces. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replace(/[‐-―_]/g, '-')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\s|]+/g, ' ')
    .trim()
}

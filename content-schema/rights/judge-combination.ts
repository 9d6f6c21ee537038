import { licence as licenceOf } from '../licences/catalogue.ts'
import {
  adapting,
  type Combined,
  collectable,
  possibleLicences,
  remixable,
} from '../licences/compatibility.ts'
import type { Licence } from '../licences/licence.ts'
import { because, type Part, type Reason, type Solution } from './reason.ts'

type Licensed = { part: Part; licence: Licence }

/**
 * Whether parts may go out together under one licence: whole ones stand in a collection and keep
 * their own; what is made of adapted ones goes out under one that all of them allow.
 */
export function judgeCombination(parts: readonly Part[], outgoing: string): Reason[] {
  const out = licenceOf(outgoing)
  if (!out || outgoing === 'unknown') return []
  const licensed = parts.flatMap((part) => {
    const licence = part.rights.basis === 'licence' ? licenceOf(part.rights.licence) : null
    return licence && licence.family !== 'closed' ? [{ part, licence }] : []
  })
  const choices = choicesOf(licensed)
  return [
    ...ofPairs(licensed.filter(({ part }) => part.adapted)),
    ...licensed.flatMap((each) => ofOne(each, out, choices)),
    ...(out.permits.share ? parts.flatMap(notShareable) : []),
  ]
}

/** What the chart excludes: the later of two names the earlier, and only its first. */
function ofPairs(adapted: Licensed[]): Reason[] {
  return adapted.flatMap(({ part, licence }, index) => {
    const other = adapted
      .slice(0, index)
      .find((each) => bothAdaptable(each.licence, licence) && !remixable(each.licence, licence))
    if (!other) return []
    return [
      because(part, {
        code: 'rights.not-combinable',
        params: {
          other: other.part.rights.title,
          licence: shortName(licence),
          otherLicence: shortName(other.licence),
        },
        solutions: ['show-whole', 'replace', 'ask-authorisation'],
      }),
    ]
  })
}

/** What may not be adapted at all is said of the part alone. */
function bothAdaptable(one: Licence, other: Licence): boolean {
  return one.permits.adapt && other.permits.adapt
}

function ofOne({ part, licence }: Licensed, out: Licence, choices: Solution[]): Reason[] {
  const params = { licence: shortName(licence), outgoing: shortName(out) }
  const rest = ['replace', 'ask-authorisation'] as const
  if (!collectable(licence, out))
    return [
      because(part, {
        code: 'rights.not-commercial',
        params,
        solutions: [...choices, ...rest],
      }),
    ]
  if (!part.adapted || !licence.permits.adapt) return []
  const found = adapting(licence, out)
  if (found === 'allowed') return []
  return [
    because(part, {
      code: found === 'discouraged' ? 'rights.discouraged' : 'rights.share-alike',
      severity: found === 'discouraged' ? 'warns' : 'blocks',
      params,
      solutions: [...choices, 'show-whole', ...rest],
    }),
  ]
}

/** Ours to use, not to hand on: whoever takes the whole may not take this part of it. */
function notShareable(part: Part): Reason[] {
  const { basis, licence } = part.rights
  const closed = licenceOf(licence)?.family === 'closed' && licence !== 'unknown'
  if (!closed || (basis !== 'own-work' && basis !== 'assignment' && basis !== 'authorisation'))
    return []
  const solutions = basis === 'own-work' ? (['say-licence'] as const) : ['replace' as const]
  return [
    because(part, {
      code: 'rights.not-shareable',
      severity: 'warns',
      solutions: [...solutions],
    }),
  ]
}

/** How many are named: the freest, in the version that is written with today. */
const mostNamed = 3

function choicesOf(licensed: Licensed[]): Solution[] {
  const parts: Combined[] = licensed
    .filter(({ part, licence }) => !part.adapted || licence.permits.adapt)
    .map(({ part, licence }) => ({ licence, adapted: part.adapted }))
  const possible = possibleLicences(parts)
  const recent = possible.filter(({ version }) => version === '4.0')
  const named = (recent.length > 0 ? recent : possible).slice(0, mostNamed)
  if (named.length === 0) return []
  return [{ code: 'choose-licence', params: { licences: named.map(shortName).join(', ') } }]
}

/** What a licence is called without its explanation: "CC BY-SA 4.0". */
function shortName({ name }: Licence): string {
  return name.fr.split(' (')[0]!
}

import { licences } from './catalogue.ts'
import type { Licence, LicenceFamily } from './licence.ts'

/** What the makers of a licence say of putting an adaptation under another one. */
export type Adapting = 'allowed' | 'discouraged' | 'forbidden'

type Charted = 'PD' | 'BY' | 'BY-SA' | 'BY-NC' | 'BY-ND' | 'BY-NC-SA' | 'BY-NC-ND'

const order = ['PD', 'BY', 'BY-SA', 'BY-NC', 'BY-NC-SA', 'BY-ND', 'BY-NC-ND'] as const

/**
 * Which works may be made into one; nothing may be made of what forbids it.
 *
 * @see https://creativecommons.org/faq/ "Can I combine material under different CC licenses?"
 */
const remix: Record<Charted, string> = {
  PD: '✓✓✓✓✓--',
  BY: '✓✓✓✓✓--',
  'BY-SA': '✓✓✓----',
  'BY-NC': '✓✓-✓✓--',
  'BY-NC-SA': '✓✓-✓✓--',
  'BY-ND': '-------',
  'BY-NC-ND': '-------',
}

/**
 * Under which licence an adaptation may go out: G allowed, y discouraged, anything else forbidden.
 *
 * @see https://creativecommons.org/faq/ "If I derive or adapt material … which CC license(s) can I use?"
 */
const adapter: Record<Charted, string> = {
  PD: 'GGGGGGG',
  BY: 'yGGGGGG',
  'BY-SA': '..G....',
  'BY-NC': 'yyyGGyG',
  'BY-NC-SA': '....G..',
  'BY-ND': '.......',
  'BY-NC-ND': '.......',
}

/** Whether two works may be adapted together into one new work. */
export function remixable(one: Licence, other: Licence): boolean {
  const [a, b] = [charted(one.family), charted(other.family)]
  if (a && b && !isOneOwnFamily(one, other)) return remix[a][order.indexOf(b)] === '✓'
  return licences.some((out) => [one, other].every((each) => adapting(each, out) === 'allowed'))
}

/**
 * Whether an adaptation of a work may go out under another licence. For several works this is not
 * enough: {@link remixable} comes first, or works that exclude each other would get through.
 */
export function adapting(work: Licence, out: Licence): Adapting {
  if (work.id === out.id && work.permits.adapt) return 'allowed'
  const row = charted(work.family)
  if (!work.permits.adapt || !row) return 'forbidden'
  if (work.requires.shareAlike) return sharesAlike(work, out) ? 'allowed' : 'forbidden'
  const column = charted(out.family)
  if (column) return verdicts[adapter[row][order.indexOf(column)]!] ?? 'forbidden'
  return out.family === 'closed' || work.permits.commercial ? 'allowed' : 'forbidden'
}

const verdicts: Record<string, Adapting> = { G: 'allowed', y: 'discouraged' }

/** Whether a work, whole and unmodified, may stand in a collection under this licence. */
export function collectable(work: Licence, out: Licence): boolean {
  return work.permits.share && (work.permits.commercial || !out.permits.commercial)
}

export type Combined = { licence: Licence; adapted: boolean }

/** What may be made of several works, and how its makers see it. */
export function combining(parts: readonly Combined[], out: Licence): Adapting {
  const adapted = parts.filter((part) => part.adapted).map((part) => part.licence)
  if (firstUnmixable(adapted)) return 'forbidden'
  if (parts.some((part) => !part.adapted && !collectable(part.licence, out))) return 'forbidden'
  const found = adapted.map((work) => adapting(work, out))
  if (found.includes('forbidden')) return 'forbidden'
  return found.includes('discouraged') ? 'discouraged' : 'allowed'
}

/** The first two works that cannot be made into one. */
function firstUnmixable(works: readonly Licence[]): [Licence, Licence] | null {
  for (const [index, one] of works.entries()) {
    const other = works.slice(index + 1).find((each) => !remixable(one, each))
    if (other) return [one, other]
  }
  return null
}

/** The licences of the catalogue under which these works may go out together, the freest first. */
export function possibleLicences(parts: readonly Combined[]): Licence[] {
  return licences.filter((out) => out.permits.share && combining(parts, out) === 'allowed')
}

/** Licence Ouverte and MIT ask what CC BY asks; Art Libre what CC BY-SA asks. */
function charted(family: LicenceFamily): Charted | null {
  if (family === 'CC0' || family === 'PDM') return 'PD'
  return family === 'closed' || family.startsWith('copyleft') ? null : (family as Charted)
}

/**
 * The same licence, or one that its text names: a later version, a port of the same version, Art
 * Libre 1.3 both ways with CC BY-SA 4.0, the GPL for what comes from CC BY-SA 4.0, never back.
 *
 * @see https://creativecommons.org/compatiblelicenses
 */
function sharesAlike(work: Licence, out: Licence): boolean {
  if (work.id === 'cc-by-sa-4.0' && out.id === 'gpl-3.0') return true
  const free = [work.id, out.id]
  if (free.includes('lal-1.3')) return free.includes('cc-by-sa-4.0') || work.id === out.id
  return work.family === out.family && numberOf(work) <= numberOf(out)
}

function numberOf({ version }: Licence): number {
  return Number.parseFloat(version ?? '0')
}

/** Art Libre is of the family of CC BY-SA, and goes with its version 4.0 alone. */
function isOneOwnFamily(one: Licence, other: Licence): boolean {
  return one.requires.shareAlike && other.requires.shareAlike && one.family === other.family
}

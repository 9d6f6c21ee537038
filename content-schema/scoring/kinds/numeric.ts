import { type InteractionStandard, isScorm12, keyFacts, questionKind } from '../kind.ts'
import { plainNumber, readNumber } from '../read-number.ts'

export type NumericKey = {
  value: number
  /** How far an answer may be from it, in the same unit. */
  tolerance: number
  /** Units that may be typed after the number, with what makes the question's own unit of them. */
  units?: { name: string; factor: number }[]
}

/** Characters of a typed number that are kept; the field takes no more. */
const longest = 24

/** A number, as it was typed, with or without a unit. */
export const numeric = questionKind<NumericKey>({
  mark: (key, answer) => (isNear(key, readQuantity(key, answer)) ? 1 : 0),
  records: (key, answer) => [{ type: 'numeric', response: kept(key, answer) }],
  // Kept in the question's own unit: the state has no room for the words of a unit.
  pack: kept,
  unpack: (_, text) => [text],
})

export const numericFacts = keyFacts<NumericKey>({
  identity: ({ value, tolerance }) => [value, tolerance],
  budget: () => longest,
  patterns: (key, standard) => ({ '': [pattern(key, standard)] }),
})

/** The number in the question's own unit; empty where there is none, which is not the number zero. */
function kept(key: NumericKey, answer: readonly string[]): string {
  const value = readQuantity(key, answer)
  return value === null ? '' : plainNumber(value).slice(0, longest)
}

/** The number typed, in the question's own unit; `null` when there is none, or the unit is unknown. */
export function readQuantity(
  { units = [] }: NumericKey,
  [typed = '']: readonly string[],
): number | null {
  const [, number = '', name = ''] = /^([^\p{L}%°€$£µΩ²³]*)(.*)$/su.exec(typed.trim()) ?? []
  const own = { name: '', factor: 1 }
  const factor = [own, ...units].find((unit) => plain(unit.name) === plain(name))?.factor
  const value = readNumber(number)
  return value === null || factor === undefined ? null : value * factor
}

function plain(unit: string): string {
  return unit.replace(/\s/g, '').toLowerCase()
}

/** Binary fractions make 0.1 + 0.2 miss 0.3: a billionth of the larger number is forgiven. */
function isNear({ value, tolerance }: NumericKey, given: number | null): boolean {
  if (given === null) return false
  const slack = 1e-9 * Math.max(1, Math.abs(value), Math.abs(given))
  return Math.abs(given - value) <= tolerance + slack
}

/** SCORM 1.2 knows one right number only; the others a range. */
function pattern({ value, tolerance }: NumericKey, standard: InteractionStandard): string {
  if (isScorm12(standard)) return plainNumber(value)
  return `${plainNumber(value - tolerance)}[:]${plainNumber(value + tolerance)}`
}

import { checkNumber, checkObject, refuse } from './shape.ts'

const keys = new Set(['scaled', 'raw', 'min', 'max'])

/** @see xAPI 1.0.3, Data 2.4.5.1 */
export function checkScore(value: unknown, path: string): void {
  checkObject(value, path, keys)
  for (const key in value) checkNumber(value[key], `${path}.${key}`)
  const { scaled, raw, min, max } = value as Partial<Record<string, number>>
  if (scaled !== undefined && (scaled < -1 || scaled > 1)) {
    refuse(`${path}.scaled`, 'must be from -1 to 1')
  }
  if (min !== undefined && max !== undefined && min >= max) {
    refuse(`${path}.max`, 'must be greater than min')
  }
  if (raw !== undefined && (raw < (min ?? raw) || raw > (max ?? raw))) {
    refuse(`${path}.raw`, 'must be from min to max')
  }
}

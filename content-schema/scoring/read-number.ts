/**
 * Reads a number as people type it: a decimal comma or point, spaces between thousands, any of the
 * usual minus signs. `null` when it is not a number, or is ambiguous ("1.234,5").
 */
export function readNumber(typed: string): number | null {
  const plain = typed
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[−–]/g, '-')
    .replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

/**
 * Writes a number with a point, at most seven decimals and no exponent.
 *
 * @see SCORM 2004 4th edition Run-Time Environment §4.1.1.7, real(10,7)
 */
export function plainNumber(value: number): string {
  const [whole = '0', decimals = ''] = value.toFixed(7).split('.')
  const kept = decimals.replace(/0+$/, '')
  const text = kept ? `${whole}.${kept}` : whole
  return text === '-0' ? '0' : text
}

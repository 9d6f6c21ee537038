/**
 * Reads a number as people type it: a decimal comma or point, spaces between thousands, any of the
 * usual minus signs. `null` when it is not a number, or is ambiguous ("1.234,5").
 */
export function readNumber(typed: string): number | null {
  const plain = typed.replace(/\s/g, '').replace(/[−–]/g, '-').replace(',', '.')
  const value = /^[+-]?[\d.]+$/.test(plain) ? Number(plain) : Number.NaN
  return Number.isFinite(value) ? value : null
}

/**
 * Writes a number with a point, at most seven decimals and no exponent.
 *
 * @see SCORM 2004 4th edition Run-Time Environment §4.1.1.7, real(10,7)
 */
export function plainNumber(value: number): string {
  return value
    .toFixed(7)
    .replace(/(\.\d*[1-9])0+$|\.0+$/, '$1')
    .replace(/^-0$/, '0')
}

/**
 * Reads a number as an author writes it: `3,5`, `3.5`, `-12`, `1 200`.
 *
 * @returns `null` for an empty text, `undefined` when it is not a number
 */
export function readDecimal(text: string): number | null | undefined {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  if (plain === '') return null
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined
}

/** Writes it back with the decimal sign of the page's language. */
export function writeDecimal(value: number): string {
  const language = globalThis.document?.documentElement.lang || 'fr'
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: 10,
    useGrouping: false,
  }).format(value)
}

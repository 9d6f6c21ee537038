/** A number as readers of a language write it, with every decimal that was given. */
export function numberText(value: number, language: string): string {
  return value.toLocaleString(language, { maximumFractionDigits: 7 })
}

/** Our own names are shorter; a longer one is nobody's, and would only fill the tables. */
export const longest = 128

export function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest
}

import { checkString, refuse } from './shape.ts'

const standardForm =
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** @see RFC 4122, variant 2 and any version; xAPI 1.0.3, Data 2.4.1 and 4.4 */
export function checkUuid(value: unknown, path: string): asserts value is string {
  checkString(value, path)
  if (!isUuid(value)) refuse(path, 'must be a UUID in its standard form (RFC 4122)')
}

export function isUuid(text: string): boolean {
  return standardForm.test(text)
}

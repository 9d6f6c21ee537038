import { checkString, refuse } from './shape.ts'

// A scheme, then no space nor any character that RFC 3987 leaves out.
const absolute = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu

/** @see RFC 3987; xAPI 1.0.3, Data 4.3: relative references are refused */
export function checkIri(value: unknown, path: string): asserts value is string {
  checkString(value, path)
  if (!isIri(value)) refuse(path, 'must be an absolute IRI')
}

export function isIri(text: string): boolean {
  return absolute.test(text)
}

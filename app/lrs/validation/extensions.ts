import { isIri } from './iri.ts'
import { checkAnyObject, refuse } from './shape.ts'

/** Anything under IRIs; the one place where `null` may stand. @see xAPI 1.0.3, Data 4.1 */
export function checkExtensions(value: unknown, path: string): void {
  checkAnyObject(value, path)
  for (const key in value) {
    if (!isIri(key)) refuse(`${path}.${key}`, 'must be named by an absolute IRI')
  }
}

import { checkIri } from './iri.ts'
import { checkLanguageMap } from './language.ts'
import { checkObject } from './shape.ts'

const keys = new Set(['id', 'display'])

/** @see xAPI 1.0.3, Data 2.4.3 */
export function checkVerb(value: unknown, path: string): void {
  checkObject(value, path, keys)
  checkIri(value.id, `${path}.id`)
  if ('display' in value) checkLanguageMap(value.display, `${path}.display`)
}

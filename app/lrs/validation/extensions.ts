import { isIri } from './iri.ts'
import { checkAnyObject, refuse } from './shape.ts'

/**
 * Deeper than any real extension, and far from what would exhaust the stack when it is written.
 */
const deepest = 100

/** Anything under IRIs; the one place where `null` may stand. @see xAPI 1.0.3, Data 4.1 */
export function checkExtensions(value: unknown, path: string): void {
  checkAnyObject(value, path)
  for (const key in value) {
    if (!isIri(key)) refuse(`${path}.${key}`, 'must be named by an absolute IRI')
    if (isDeeperThan(deepest, value[key])) refuse(`${path}.${key}`, 'is nested too deep')
  }
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each))
}

import { checkDuration } from './duration.ts'
import { checkExtensions } from './extensions.ts'
import { checkScore } from './score.ts'
import { checkBoolean, checkObject, checkString } from './shape.ts'

const checks: Record<string, (value: unknown, path: string) => void> = {
  score: checkScore,
  success: checkBoolean,
  completion: checkBoolean,
  response: checkString,
  duration: checkDuration,
  extensions: checkExtensions,
}
const keys = new Set(Object.keys(checks))

/** @see xAPI 1.0.3, Data 2.4.5 */
export function checkResult(value: unknown, path: string): void {
  checkObject(value, path, keys)
  for (const key in value) checks[key]!(value[key], `${path}.${key}`)
}

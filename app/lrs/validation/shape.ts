import { Refusal } from '../http/refusal.ts'

export type Json = Record<string, unknown>

/** @throws Refusal 400 naming the place (`context.registration`) and what it must be */
export function refuse(path: string, rule: string): never {
  throw new Refusal(400, 'statement.invalid', `${path || 'statement'} ${rule}`)
}

/** An object with no other property than these. `null` is no object. */
export function checkObject(
  value: unknown,
  path: string,
  known: ReadonlySet<string>,
): asserts value is Json {
  checkAnyObject(value, path)
  for (const key in value) {
    if (!known.has(key))
      refuse(path ? `${path}.${key}` : key, 'is not a property of the standard')
  }
}

export function checkAnyObject(value: unknown, path: string): asserts value is Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(path, 'must be an object')
  }
}

export function checkArray(value: unknown, path: string): asserts value is unknown[] {
  if (!Array.isArray(value)) refuse(path, 'must be an array')
}

/** Each of an array, at `path[index]`. */
export function checkEach(
  values: unknown,
  path: string,
  check: (value: unknown, path: string) => void,
): void {
  checkArray(values, path)
  for (const [index, value] of values.entries()) check(value, `${path}[${index}]`)
}

export function checkString(value: unknown, path: string): asserts value is string {
  if (typeof value !== 'string') refuse(path, 'must be a string')
}

export function checkBoolean(value: unknown, path: string): asserts value is boolean {
  if (typeof value !== 'boolean') refuse(path, 'must be true or false')
}

export function checkNumber(value: unknown, path: string): asserts value is number {
  if (typeof value !== 'number') refuse(path, 'must be a number')
}

import { checksum } from '../suspend-data.ts'

/**
 * The same state under the name of another revision, in which every part stands at the same place:
 * whoever knows only that one can then go on with it.
 *
 * @param digest first eight digits of its SHA-256
 */
export function underDigest(state: string, digest: string): string {
  const fields = state.split(';').slice(0, -1)
  if (fields.length < 2) return state
  fields[1] = digest
  const text = fields.join(';')
  return `${text};${checksum(text)}`
}

/** Of which revision a state speaks: first eight digits; empty when it is no state of ours. */
export function digestIn(state: string): string {
  return /^\d+;([0-9a-f]{8});/.exec(state)?.[1] ?? ''
}

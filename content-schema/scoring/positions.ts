import { type InteractionStandard, isScorm12 } from './kind.ts'

/** Ids as their positions in a list, one character `0-9a-z` each; `-` for one that is not in it. */
export function packPositions(ids: readonly string[], list: readonly string[]): string {
  return ids.map((id) => list.indexOf(id).toString(36).charAt(0)).join('')
}

/** Reads what {@link packPositions} wrote; a position that the list has not gives an empty id. */
export function unpackPositions(text: string, list: readonly string[]): string[] {
  return [...text].map((character) => list[Number.parseInt(character, 36)] ?? '')
}

/** An id of a list as a standard takes it: SCORM 1.2 one character, a … z, then 0 … 9, by position. */
export function nameIn(
  list: readonly string[],
  id: string,
  standard: InteractionStandard,
): string {
  return isScorm12(standard) ? ((list.indexOf(id) + 10) % 36).toString(36) : id
}

/** Several names as one response. */
export function joined(names: readonly string[], standard: InteractionStandard): string {
  return names.join(isScorm12(standard) ? ',' : '[,]')
}

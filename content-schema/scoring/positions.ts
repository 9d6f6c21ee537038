/** Ids as their positions in a list, one character `0-9a-z` each; `-` for one that is not in it. */
export function packPositions(ids: readonly string[], list: readonly string[]): string {
  return ids
    .map((id) => {
      const position = list.indexOf(id)
      return position === -1 ? '-' : position.toString(36)
    })
    .join('')
}

/** Reads what {@link packPositions} wrote; a position that the list has not gives an empty id. */
export function unpackPositions(text: string, list: readonly string[]): string[] {
  return [...text].map((character) => list[Number.parseInt(character, 36)] ?? '')
}

/** The name of a position where SCORM 1.2 takes one character: a … z, then 0 … 9. */
export function letterOf(position: number): string {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.charAt(position)
}

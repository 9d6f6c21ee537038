/**
 * Writes a typed text in ASCII without any character that a state uses between its fields: letters
 * and digits stay, a space is `_`, the rest is `*` and two hexadecimal digits or `!` and four.
 *
 * @param most characters of the result; what does not fit is left out, whole characters at a time
 */
export function packText(text: string, most: number): string {
  return text
    .replace(/[^A-Za-z0-9-]/g, packCharacter)
    .slice(0, most)
    .replace(/\*.?$|!.{0,3}$/, '')
}

/** Reads what {@link packText} wrote. */
export function unpackText(packed: string): string {
  return packed
    .replace(/_/g, ' ')
    .replace(/\*([0-9a-f]{2})|!([0-9a-f]{4})/g, (_, short, long) =>
      String.fromCharCode(Number.parseInt(short ?? long, 16)),
    )
}

function packCharacter(character: string): string {
  if (character === ' ') return '_'
  const code = character.charCodeAt(0).toString(16)
  return code.length > 2 ? `!${code.padStart(4, '0')}` : `*${code.padStart(2, '0')}`
}

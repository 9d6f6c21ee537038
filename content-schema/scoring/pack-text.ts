/**
 * Writes a typed text in ASCII without any character that a state uses between its fields: letters
 * and digits stay, a space is `_`, the rest is `*` and two hexadecimal digits or `!` and four.
 *
 * @param most characters of the result; what does not fit is left out, whole characters at a time
 */
export function packText(text: string, most: number): string {
  let packed = ''
  for (let index = 0; index < text.length; index += 1) {
    const next = packCharacter(text.charAt(index))
    if (packed.length + next.length > most) return packed
    packed += next
  }
  return packed
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
  if (/[A-Za-z0-9-]/.test(character)) return character
  if (character === ' ') return '_'
  const code = character.charCodeAt(0)
  return code < 256
    ? `*${code.toString(16).padStart(2, '0')}`
    : `!${code.toString(16).padStart(4, '0')}`
}

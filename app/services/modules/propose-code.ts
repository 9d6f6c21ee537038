/** As much of a code as `modules.code` takes. */
const longest = 60

/**
 * Writes a title as a short code: `Chutes de plain-pied` becomes `chutes-de-plain-pied`. What is a
 * code already stays as it is.
 *
 * @returns lower-case letters, digits and hyphens, at most 60; `module` when nothing of it is left
 */
export function codeFrom(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean)
  return shorten(words.join('-'), longest) || 'module'
}

/** {@link codeFrom}, with a number where another module has that code. */
export function freeCode(title: string, taken: readonly string[]): string {
  const code = codeFrom(title)
  if (!taken.includes(code)) return code
  for (let number = 2; ; number += 1) {
    const end = `-${number}`
    const numbered = shorten(code, longest - end.length) + end
    if (!taken.includes(numbered)) return numbered
  }
}

/** Cut between words, where there is such a place. */
function shorten(code: string, most: number): string {
  if (code.length <= most) return code
  const cut = code.slice(0, most + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : cut.slice(0, most)
}

export type Direction = 'ltr' | 'rtl'

/** Scripts that run from right to left, of those in use. @see ISO 15924; UAX #9 */
const scripts = new Set(['adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'syrc', 'thaa'])

/** Languages usually written in one of them. @see CLDR, likely subtags */
const languages = new Set(
  'ar arc ary arz ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
)

/** Which way a language is written: `ar` from right to left, `ar-Latn` from left to right. */
export function directionOf(tag: string): Direction {
  const [language = '', ...subtags] = tag.toLowerCase().split('-')
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag))
  return (script ? scripts.has(script) : languages.has(language)) ? 'rtl' : 'ltr'
}

/**
 * The attributes of a text in a language among words of another one: its direction is said only
 * where it turns.
 */
export function inLanguage(
  tag: string | null,
  around: string,
): { lang: string | null; dir: Direction | null } {
  const turns = tag !== null && directionOf(tag) !== directionOf(around)
  return { lang: tag, dir: turns ? directionOf(tag) : null }
}

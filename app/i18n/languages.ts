export const languages = ['fr', 'en'] as const
/** A language of the screens; what a module is written in is another matter. */
export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

/** The one of our languages that stands around a module written in another, or in one of them. */
export function screenLanguage(tag: string): Language {
  return tag.startsWith('fr') ? 'fr' : 'en'
}

/**
 * The first of our languages that a browser asks for, French when it asks for neither.
 *
 * @param header an `Accept-Language` header, its quality values respected
 */
export function negotiate(header: string | null): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/)
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality ?? 1) }
    })
    .sort((a, b) => b.quality - a.quality)
  const first = asked.map((each) => each.language).find(isLanguage)
  return first ?? 'fr'
}

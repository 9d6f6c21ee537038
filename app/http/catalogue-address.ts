import { type Language, languages } from '#app/i18n/languages.ts'

/** Where everybody reads a module: it stays the same whatever the organisation is called. */
export function cataloguePath({
  organisationId,
  code,
}: {
  organisationId: string
  code: string
}): string {
  return `/catalogue/${organisationId}/${code}`
}

/** The same page in each of our languages, and for whoever asks for neither. */
export function alternates(
  address: string,
): { hrefLang: Language | 'x-default'; href: string }[] {
  const url = new URL(address)
  return [
    ...languages.map((hrefLang) => ({ hrefLang, href: withLanguage(url, hrefLang) })),
    { hrefLang: 'x-default' as const, href: url.href },
  ]
}

function withLanguage(address: URL, language: Language): string {
  const url = new URL(address)
  url.searchParams.set('lang', language)
  return url.href
}

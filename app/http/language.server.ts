import { isLanguage, type Language, negotiate } from '#app/i18n/languages.ts'
import type { SignedIn } from '#app/services/accounts/sessions.server.ts'
import { currentMember } from './require-member.server.ts'
import { readCookie } from './session-cookie.server.ts'

/**
 * What the address says, where a page has one in each language, else {@link languageOf} whoever is
 * signed in.
 */
export function currentLanguage(request: Request): Language {
  const { pathname, searchParams } = new URL(request.url)
  const named = searchParams.get('lang')
  if (/^\/(catalogue|id)(\/|$)/.test(pathname) && isLanguage(named)) return named
  return languageOf(request, currentMember(request))
}

/** What was chosen on this browser, else on the account, else what the browser asks for. */
function languageOf(request: Request, member: SignedIn | null): Language {
  const chosen = readCookie(request.headers.get('Cookie'), 'language')
  if (isLanguage(chosen)) return chosen
  return member?.language ?? negotiate(request.headers.get('Accept-Language'))
}

export function languageCookie(language: Language): string {
  return `language=${language}; Path=/; SameSite=Lax; Max-Age=31536000`
}

import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { OwnWords, Words } from './fr/index.ts'
import { withFrenchSpaces } from './french-spaces.ts'
import type { Language } from './languages.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Words & OwnWords
    returnNull: false
  }
}

/** One translator a request on the server, one a page in the browser. */
export function translator(language: Language, words: Record<keyof Words, object>): i18n {
  const instance = createInstance()
  instance
    .use(initReactI18next)

    .init({
      lng: language,
      fallbackLng: false,
      defaultNS: 'common',
      ns: Object.keys(words),
      resources: { [language]: language === 'fr' ? withFrenchSpaces(words) : words },
      interpolation: { escapeValue: false },
      returnNull: false,
      initAsync: false,
    })
  return instance
}

import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { RemixBrowser } from '#app/framework.ts'
import { translator } from '#app/i18n/translator.ts'

const language = document.documentElement.lang === 'en' ? 'en' : 'fr'

/** Only the words of the page's own language travel. */
const { default: words } = await (language === 'en'
  ? import('#app/i18n/en/index.ts')
  : import('#app/i18n/fr/index.ts'))

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={translator(language, words)}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  )
})

import { useTranslation } from 'react-i18next'
import { Link, useLocation } from '#app/framework.ts'
import catalogueEn from '#app/i18n/en/catalogue.json'
import catalogueFr from '#app/i18n/fr/catalogue.json'
import { useOwnWords } from '#app/i18n/use-own-words.ts'
import shell from '../shell.module.css'
import { useCatalogueLink } from './use-catalogue-link.ts'

/** What stands around the pages that everybody may read. */
export function PublicFrame({ children }: { children: React.ReactNode }) {
  useOwnWords('catalogue', { fr: catalogueFr, en: catalogueEn })
  const { t } = useTranslation(['catalogue', 'common'])
  const link = useCatalogueLink()
  return (
    <>
      <a className={shell.skip} href="#content">
        {t('common:skip')}
      </a>
      <header className={shell.header}>
        <Link to={link('/catalogue')} className={shell.brand}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          Grainothèque
        </Link>
        <nav aria-label={t('common:mainNavigation')} className={shell.nav}>
          <Link to={link('/catalogue')}>{t('title')}</Link>
          <Link to="/" rel="nofollow">
            {t('signIn')}
          </Link>
        </nav>
        <OtherLanguage />
      </header>
      <main id="content" className={shell.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** The same page in the other language has an address of its own. */
function OtherLanguage() {
  const { i18n } = useTranslation()
  const { pathname, search } = useLocation()
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  const asked = new URLSearchParams(search)
  asked.set('lang', other)
  return (
    <Link
      to={`${pathname}?${asked}`}
      reloadDocument
      className="button quiet"
      lang={other}
      hrefLang={other}
    >
      {other === 'fr' ? 'Français' : 'English'}
    </Link>
  )
}

import { useTranslation } from 'react-i18next'
import { Form, Link, NavLink, useLocation } from '#app/framework.ts'
import styles from './shell.module.css'

type ShellProps = {
  name: string
  organisation: string
  roles: string[]
  children: React.ReactNode
}

/** What stands around every page once someone is signed in. */
export function Shell({ name, organisation, roles, children }: ShellProps) {
  const { t } = useTranslation()
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('skip')}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <img src="/favicon.svg" alt="" width="28" height="28" />
          Grainothèque
        </Link>
        <nav aria-label={t('mainNavigation')} className={styles.nav}>
          <NavLink to="/" end>
            {t('home')}
          </NavLink>
          <NavLink to="/modules">{t('modules')}</NavLink>
          <NavLink to="/media">{t('media')}</NavLink>
          <NavLink to="/frameworks">{t('frameworks')}</NavLink>
        </nav>
        <div className={styles.person}>
          <p className={styles.who}>
            <strong>{name}</strong>
            <span>
              {roles.map((role) => t(`roles.${role as 'designer'}`)).join(', ')} ·{' '}
              {organisation}
            </span>
          </p>
          <LanguageSwitch />
          <Form method="post" action="/sign-out">
            <button type="submit" className="quiet">
              {t('signOut')}
            </button>
          </Form>
        </div>
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const { pathname, search } = useLocation()
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="to" value={`${pathname}${search}`} />
      <button type="submit" className="quiet" lang={other}>
        {other === 'fr' ? 'Français' : 'English'}
      </button>
    </Form>
  )
}

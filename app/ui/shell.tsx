import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, Link, NavLink, useLocation } from '#app/framework.ts'
import styles from './shell.module.css'

type ShellProps = {
  name: string
  organisation: string
  roles: string[]
  /** Whether something of the whole organisation is theirs to decide. */
  mayOrganise: boolean
  children: React.ReactNode
}

/** What stands around every page once someone is signed in. */
export function Shell(props: ShellProps) {
  const { name, organisation, roles, mayOrganise, children } = props
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
          {mayOrganise && <NavLink to="/organisation">{t('organisation')}</NavLink>}
        </nav>
        <LanguageSwitch />
        <PersonMenu name={name} organisation={organisation} roles={roles} />
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

type Person = Pick<ShellProps, 'name' | 'organisation' | 'roles'>

/** Who is signed in, as what and where; and the way out. */
function PersonMenu({ name, organisation, roles }: Person) {
  const { t } = useTranslation()
  const menu = useClosing()
  return (
    <details ref={menu} className={styles.person}>
      <summary>{name}</summary>
      <div className={styles.menu}>
        <p>
          {roles.map((role) => t(`roles.${role as 'designer'}`)).join(', ')}
          <br />
          {organisation}
        </p>
        <p>
          <Link to="/account">{t('account')}</Link>
        </p>
        <Form method="post" action="/sign-out">
          <button type="submit" className="quiet">
            {t('signOut')}
          </button>
        </Form>
      </div>
    </details>
  )
}

/** A menu that Escape closes, and whatever is done elsewhere. */
function useClosing() {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const here = menu.current
      if (!here?.open || here.contains(event.target as Node)) return
      here.open = false
    }
    const leave = ({ key, target }: KeyboardEvent) => {
      const here = menu.current
      if (key !== 'Escape' || !here?.open || !here.contains(target as Node)) return
      here.open = false
      here.querySelector('summary')?.focus()
    }
    addEventListener('pointerdown', close)
    addEventListener('focusin', close)
    addEventListener('keydown', leave)
    return () => {
      removeEventListener('pointerdown', close)
      removeEventListener('focusin', close)
      removeEventListener('keydown', leave)
    }
  }, [])
  return menu
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

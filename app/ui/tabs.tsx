import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from '#app/framework.ts'
import styles from './tabs.module.css'

export type Tab = { to: string; label: string; end?: boolean }

/** The pages of one module. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const strip = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>(`[href="${pathname}"]`)
    if (strip.current && current) centre(strip.current, current)
  }, [pathname])
  return (
    <nav aria-label={label} className={styles.tabs} ref={strip}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  )
}

/** Only the strip moves: the page may be on its way to a place that the address names. */
function centre(strip: HTMLElement, tab: HTMLElement): void {
  strip.scrollLeft =
    tab.offsetLeft - strip.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2
}

import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from '#app/framework.ts'
import styles from './tabs.module.css'

export type Tab = { to: string; label: string; end?: boolean }

/** The pages of one module. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const strip = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const current = strip.current?.querySelector(`[href="${pathname}"]`)
    current?.scrollIntoView({ block: 'nearest', inline: 'center' })
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

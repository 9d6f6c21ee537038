import { NavLink } from '#app/framework.ts'
import styles from './tabs.module.css'

export type Tab = { to: string; label: string; end?: boolean }

/** The pages of one module. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end={tab.end ?? false}>
          {tab.label}
        </NavLink>
      ))}
    </nav>
  )
}

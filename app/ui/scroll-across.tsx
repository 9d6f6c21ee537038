import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What scrolls is reached by keyboard (WCAG 2.1.1), though nothing in it can be pressed. */
const reached = { tabIndex: 0 }

/**
 * A table that may be wider than its place: scrolled by hand, or by keyboard once it has the focus.
 *
 * @param what the table is of
 */
export function ScrollAcross({ what, children }: { what: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className="scroll-x" {...reached} aria-label={t('tableOf', { what })}>
      {children}
    </section>
  )
}

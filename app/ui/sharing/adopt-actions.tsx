import { Children } from 'react'
import { useTranslation } from 'react-i18next'

/** The ways of using a module of another organisation in one's own; nothing where there is none. */
export function AdoptActions({ children }: { children?: React.ReactNode }) {
  const { t } = useTranslation('sharing')
  if (Children.toArray(children).length === 0) return null
  return (
    <section className="card" aria-labelledby="adopt">
      <h2 id="adopt">{t('adopt')}</h2>
      <div className="row">{children}</div>
    </section>
  )
}

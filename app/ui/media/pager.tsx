import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from '#app/framework.ts'

/** The way to the files before and after. */
export function Pager({ page, pages }: { page: number; pages: number }) {
  const { t } = useTranslation('media')
  const [search] = useSearchParams()
  if (pages <= 1) return null
  const to = (next: number) => {
    const changed = new URLSearchParams(search)
    changed.set('page', String(next))
    return `?${changed}`
  }
  return (
    <nav className="row" aria-label={t('pages')}>
      {page > 1 && <Link to={to(page - 1)}>{t('previous')}</Link>}
      <span>{t('page', { page, pages })}</span>
      {page < pages && <Link to={to(page + 1)}>{t('next')}</Link>}
    </nav>
  )
}

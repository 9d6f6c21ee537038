import { useTranslation } from 'react-i18next'
import type { PageDifference } from '#content-schema/comparison/pages.ts'

/** Pages that came, went, moved or have another title. */
export function PageChanges({ pages }: { pages: PageDifference[] }) {
  const { t } = useTranslation('history')
  if (pages.length === 0) return null
  return (
    <ul className="plain-list">
      {pages.map(({ is, nodeId, before, after }) => (
        <li key={`${nodeId} ${is}`}>{t(`pages.${is}`, { before, after })}</li>
      ))}
    </ul>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import type { ElsewhereRecord } from '#app/services/harvest/search-elsewhere.server.ts'
import { Badge } from '../badge.tsx'

type NamedRecord = ElsewhereRecord & { licenceName: { fr: string; en: string } | null }

/** A record of another bank in a list. */
export function RecordCard({ record }: { record: NamedRecord }) {
  const { t, i18n } = useTranslation('harvest')
  const { id, title, description, source, licenceName, rights } = record
  const said =
    licenceName?.[i18n.language === 'en' ? 'en' : 'fr'] ??
    (rights ? t('elsewhere.unclear') : t('elsewhere.noRights'))
  return (
    <article className="card">
      <h2>
        <Link to={`/elsewhere/${id}`}>{title}</Link>
      </h2>
      <p className="row">
        <Badge>{source}</Badge>
        <Badge tone={licenceName ? 'ok' : 'warn'}>{said}</Badge>
      </p>
      <p>{description.length > 300 ? `${description.slice(0, 300)}…` : description}</p>
    </article>
  )
}

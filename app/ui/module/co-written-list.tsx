import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import type { CoWritten } from '#app/services/sharing/co-written.server.ts'
import { Badge, StateBadge } from '../badge.tsx'

/** Modules of other organisations that one's own writes too: they stand apart from the bank's own. */
export function CoWrittenList({
  modules,
  className,
}: {
  modules: CoWritten[]
  className: string | undefined
}) {
  const { t } = useTranslation('coWriting')
  const { instant } = useFormat()
  if (modules.length === 0) return null
  return (
    <section className={className} aria-labelledby="co-written">
      <h2 id="co-written">{t('list')}</h2>
      <ul className="plain-list">
        {modules.map((module) => (
          <li key={module.moduleId}>
            <p className="row">
              <Link to={`/modules/${module.moduleId}`}>{module.title}</Link>
              <StateBadge state={module.state} />
              {module.mayPublish && <Badge tone="accent">{t('mayPublish')}</Badge>}
            </p>
            <p className="soft">
              {t('with', { names: [module.owner, ...module.others].join(', ') })} ·{' '}
              {instant(module.savedAt)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { Link } from '#app/framework.ts'
import type { FileUse } from '#app/services/assets/uses.server.ts'

type Props = {
  uses: FileUse[]
  editions: { moduleId: string; moduleTitle: string; number: string }[]
}

/** Where a file is shown: each place leads to its element, each edition to its module. */
export function FileUses({ uses, editions }: Props) {
  const { t } = useTranslation('media')
  return (
    <section className="card" aria-labelledby="uses">
      <h2 id="uses">{t('file.uses')}</h2>
      {uses.length === 0 && <p>{t('file.unused')}</p>}
      <ul>
        {uses.map((use) => (
          <li key={`${use.moduleId} ${use.nodeId} ${use.role}`}>
            <Place use={use} />
          </li>
        ))}
      </ul>
      {editions.length > 0 && (
        <>
          <h3>{t('file.editions')}</h3>
          <ul>
            {editions.map(({ moduleId, moduleTitle, number }) => (
              <li key={`${moduleId} ${number}`}>
                <Link to={`/modules/${moduleId}`}>
                  {t('file.edition', { title: moduleTitle, number })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Place({ use }: { use: FileUse }) {
  const { t } = useTranslation('media')
  const { moduleId, moduleTitle, nodeId, nodeName, role, words } = use
  const kind = named.find((each) => each === nodeName) ?? 'other'
  const what = [t(`file.nodes.${kind}`), role === 'asset' ? '' : t(`file.roles.${role}`)]
  return (
    <>
      <Link to={`/modules/${moduleId}/write#${nodeId}`}>{moduleTitle}</Link>
      {' · '}
      {what.filter(Boolean).join(' ')}
      {words && <span className="soft"> · {words.slice(0, 120)}</span>}
    </>
  )
}

const named = ['image', 'video', 'audio', 'attachment'] as const

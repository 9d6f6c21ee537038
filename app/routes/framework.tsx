import { useTranslation } from 'react-i18next'
import { instance } from '#app/db/instance.server.ts'
import { Link, useLoaderData } from '#app/framework.ts'
import { loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { readFramework } from '#app/services/competencies/read-frameworks.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { PageHandle } from '#app/ui/page-title.ts'
import styles from './framework.module.css'

export const loader = loads(({ request, params }) => {
  const { organisationId } = requireMember(request, 'framework:read')
  return readFramework(instance().bank, {
    ...readParams(params, FrameworkParams),
    organisationId,
  })
})

export const handle: PageHandle<{ framework: { title: string } }> = {
  title: (_t, { framework }) => framework.title,
}

export default function Framework() {
  const { t } = useTranslation('competencies')
  const { framework, blocks } = useLoaderData<typeof loader>()
  const { day } = useFormat()
  return (
    <>
      <p>
        <Link to="/frameworks">{t('title')}</Link>
      </p>
      <h1>{framework.title}</h1>
      <p className="row soft">
        <code>{framework.code}</code>
        {framework.certifiers.join(', ')}
        {framework.validFrom && framework.validUntil && (
          <span>
            {t('valid', { from: day(framework.validFrom), until: day(framework.validUntil) })}
          </span>
        )}
      </p>
      <div className="stack">
        {blocks.map((block) => (
          <Block key={block.id} block={block} />
        ))}
      </div>
    </>
  )
}

type BlockRow = ReturnType<typeof useLoaderData<typeof loader>>['blocks'][number]

function Block({ block }: { block: BlockRow }) {
  const { t } = useTranslation('competencies')
  return (
    <section className="card" aria-labelledby={block.id}>
      <h2 id={block.id}>
        <span className="soft">{block.code}</span> {block.label}
      </h2>
      {block.layout === 'unknown' && <Notice tone="warn">{t('notUnderstood')}</Notice>}
      <ol>
        {block.competencies.map((competency) => (
          <li key={competency.id}>
            <strong>{competency.label}</strong>
            <ul>
              {competency.criteria.map((criterion) => (
                <li key={criterion}>{criterion}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <details>
        <summary>{t('asItCame')}</summary>
        <p className={styles.source}>{block.source}</p>
        <h3>{t('assessment')}</h3>
        <p className={styles.source}>{block.assessment}</p>
      </details>
    </section>
  )
}

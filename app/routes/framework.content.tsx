import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { FrameworkParams } from '#app/http/module-params.ts'
import { readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import {
  addBlock,
  moveBlock,
  removeBlock,
  renameBlock,
} from '#app/services/competencies/own-framework.server.ts'
import { readFramework } from '#app/services/competencies/read-frameworks.server.ts'
import { may } from '#app/services/rights.ts'
import { Badge } from '#app/ui/badge.tsx'
import { NewBlock, OwnBlockActions } from '#app/ui/competencies/own-block-actions.tsx'
import { useCompetencyWords } from '#app/ui/competencies/use-competency-words.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'
import styles from './framework.module.css'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'framework:read')
  const { organisationId } = member
  const key = { ...readParams(params, FrameworkParams), organisationId }
  return { ...readFramework(instance().bank, key), mayWrite: may(member, 'framework:write') }
})

const label = z.string().trim().min(1).max(500)
const blockId = z.string().max(40)
const ContentForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), label, code: z.string().trim().max(60).default('') }),
  z.object({ intent: z.literal('rename'), blockId, label }),
  z.looseObject({ intent: z.enum(['up', 'down', 'remove']), blockId }),
])

export const action = acts(async ({ request, params }) => {
  const { organisationId } = requireMember(request, 'framework:write')
  const key = { ...readParams(params, FrameworkParams), organisationId }
  const form = await readForm(request, ContentForm)
  const { bank } = instance()
  if (form.intent === 'add') addBlock(bank, { ...key, code: form.code, label: form.label })
  else if (form.intent === 'rename') renameBlock(bank, { ...key, ...form })
  else if (form.intent === 'remove') removeBlock(bank, { ...key, blockId: form.blockId })
  else moveBlock(bank, { ...key, blockId: form.blockId, by: form.intent === 'up' ? -1 : 1 })
  return { done: form.intent }
})

/** The blocks of a framework, with what was read in each. */
export default function FrameworkContent() {
  useCompetencyWords()
  const { t } = useTranslation('referentials')
  const { framework, blocks, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const own = mayWrite && framework.kind === 'own'
  return (
    <div className="stack">
      <Refusal data={answer} />
      <p>
        <a href={`/frameworks/${framework.id}/case.json`} download>
          {t('exportCase')}
        </a>
      </p>
      {blocks.length === 0 && <p className="card">{t(own ? 'own.none' : 'noBlock')}</p>}
      {blocks.map((block, at) => (
        <Block key={block.id} block={block} mayWrite={mayWrite}>
          {own && (
            <OwnBlockActions block={block} first={at === 0} last={at === blocks.length - 1} />
          )}
        </Block>
      ))}
      {own && <NewBlock key={blocks.length} />}
    </div>
  )
}

type BlockRow = ReturnType<typeof useLoaderData<typeof loader>>['blocks'][number]
type BlockProps = { block: BlockRow; mayWrite: boolean; children: React.ReactNode }

const tones = { proposed: 'warn', confirmed: 'ok', raw: 'neutral', changed: 'warn' } as const

function Block({ block, mayWrite, children }: BlockProps) {
  const { t } = useTranslation(['competencies', 'referentials'])
  const { id, code, label, layout, reading, source, assessment } = block
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        <span className="soft">{code}</span> {label}
      </h2>
      {layout === 'unknown' && reading === 'proposed' && (
        <Notice tone="warn">{t('notUnderstood')}</Notice>
      )}
      <p className="row">
        {layout !== 'given' && (
          <Badge tone={tones[reading]}>{t(`referentials:readings.${reading}`)}</Badge>
        )}
        {mayWrite && (
          <Link to={`blocks/${id}`} aria-label={t('referentials:block.openNamed', { code })}>
            {t(
              reading === 'confirmed'
                ? 'referentials:block.open'
                : 'referentials:block.toConfirm',
            )}
          </Link>
        )}
      </p>
      <ol>
        {block.competencies.map((competency) => (
          <li key={competency.id}>
            <strong>{competency.label}</strong>
            {competency.description && <p className="soft">{competency.description}</p>}
            <ul>
              {competency.criteria.map((criterion) => (
                <li key={criterion.id}>
                  {criterion.code && <code>{criterion.code} </code>}
                  {criterion.label}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {(source || assessment) && (
        <details>
          <summary>{t('asItCame')}</summary>
          <p className={styles.source}>{source}</p>
          {assessment && <h3>{t('assessment')}</h3>}
          <p className={styles.source}>{assessment}</p>
        </details>
      )}
      {children}
    </section>
  )
}

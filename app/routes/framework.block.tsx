import { useTranslation } from 'react-i18next'
import * as z from 'zod'
import { instance } from '#app/db/instance.server.ts'
import { Link, redirect, useActionData, useLoaderData } from '#app/framework.ts'
import { acts, loads } from '#app/http/handlers.server.ts'
import { BlockParams } from '#app/http/module-params.ts'
import { parse, readForm, readParams } from '#app/http/read-form.server.ts'
import { requireMember } from '#app/http/require-member.server.ts'
import { UserError } from '#app/http/user-error.ts'
import { findUses } from '#app/services/competencies/find-uses.server.ts'
import { readFramework } from '#app/services/competencies/read-frameworks.server.ts'
import {
  EditedCompetencies,
  findBlock,
  saveBlock,
} from '#app/services/competencies/save-block.server.ts'
import { may } from '#app/services/rights.ts'
import styles from '#app/ui/competencies/block-editor.module.css'
import { BlockEditor } from '#app/ui/competencies/block-editor.tsx'
import { useCompetencyWords } from '#app/ui/competencies/use-competency-words.ts'
import { Notice, Refusal } from '#app/ui/notice.tsx'

export const loader = loads(({ request, params }) => {
  const member = requireMember(request, 'framework:read')
  const key = { ...readParams(params, BlockParams), organisationId: member.organisationId }
  const { bank } = instance()
  findBlock(bank, key)
  const { framework, blocks } = readFramework(bank, key)
  const block = blocks.find(({ id }) => id === key.blockId)!
  const ids = block.competencies.flatMap((each) => [each, ...each.criteria]).map(({ id }) => id)
  const used = [...findUses(bank, { ...key, ids }).keys()]
  return { code: framework.code, block, used, mayWrite: may(member, 'framework:write') }
})

const BlockForm = z.object({
  reading: z.enum(['confirmed', 'raw']),
  competencies: z.string().max(2_000_000),
})

export const action = acts(async ({ request, params }) => {
  const { personId, organisationId } = requireMember(request, 'framework:write')
  const key = { ...readParams(params, BlockParams), organisationId }
  const { reading, competencies } = await readForm(request, BlockForm)
  const edited = parse(EditedCompetencies, jsonIn(competencies))
  const { bank } = instance()
  saveBlock(bank, { ...key, personId, now: new Date(), reading, competencies: edited })
  return redirect(`/frameworks/${key.frameworkId}#${key.blockId}`)
})

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError('form.field', { field: 'competencies' }, 400)
  }
}

/** A block: its text as it came, beside what was understood of it. */
export default function FrameworkBlock() {
  useCompetencyWords()
  const { t } = useTranslation(['referentials', 'competencies'])
  const { block, used, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { source, assessment, layout } = block
  return (
    <>
      <p>
        <Link to="..">{t('block.back')}</Link>
      </p>
      <h2>
        <span className="soft">{block.code}</span> {block.label}
      </h2>
      <Refusal data={answer} />
      {layout === 'unknown' && block.reading === 'proposed' && (
        <Notice tone="warn">{t('competencies:notUnderstood')}</Notice>
      )}
      {block.reading === 'changed' && <Notice tone="warn">{t('block.changed')}</Notice>}
      <div className={source || assessment ? styles.sides : undefined}>
        {(source || assessment) && (
          <section className={`card ${styles.came}`} aria-labelledby="came">
            <h3 id="came">{t('block.came')}</h3>
            <p className={styles.source}>{source}</p>
            {assessment && (
              <>
                <h3>{t('competencies:assessment')}</h3>
                <p className={styles.source}>{assessment}</p>
              </>
            )}
          </section>
        )}
        <BlockEditor key={block.id} block={block} used={used} mayWrite={mayWrite} />
      </div>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import { TextArea } from '../field.tsx'
import type { NamedNode } from './reviewed-content.tsx'

/** Other words for a node: its own come when somebody asks for them, to be corrected. */
export function ProposalField({ node }: { node: NamedNode }) {
  const { t } = useTranslation('reviewer')
  const { data, state, submit } = useFetcher<{ text?: string | null }>()
  if (!node.isReplaceable) return <p className="soft">{t('notReplaceable')}</p>
  const text = data?.text ?? null
  if (text === null)
    return (
      <p>
        <button
          type="button"
          className="quiet"
          disabled={state !== 'idle'}
          onClick={() => submit({ intent: 'text', nodeId: node.id }, { method: 'post' })}
        >
          {t('propose')}
        </button>
      </p>
    )
  return (
    <TextArea
      label={t('propose')}
      hint={t('proposeHint')}
      name="proposal"
      defaultValue={text}
      rows={5}
      maxLength={4000}
    />
  )
}

import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { Select, TextArea } from '../field.tsx'
import { wholeModule } from './about.ts'
import { GuestName } from './guest-name.tsx'
import { MomentField } from './moment-field.tsx'
import { ProposalField } from './proposal-field.tsx'
import type { Choosing, NamedNode } from './reviewed-content.tsx'

const kinds = ['question', 'correction', 'problem', 'idea'] as const

type Props = {
  nodes: NamedNode[]
  /** Asked of a guest who has not said it; `null` where it is known. */
  guestName: string | null
}

/** A remark on the whole module, one element or some words. Give it another `key` once one was left. */
export function RemarkForm({ nodes, guestName, about, onChoose }: Props & Choosing) {
  const { t } = useTranslation('review')
  const { nodeId, words, before } = about
  const node = nodes.find(({ id }) => id === nodeId)
  return (
    <section className="card" aria-labelledby="remark">
      <h2 id="remark">{t('newRemark')}</h2>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="remark" />
        <GuestName known={guestName} />
        <Select
          label={t('about')}
          hint={t('aboutHint')}
          name="nodeId"
          value={nodeId}
          onChange={(event) => onChoose({ ...wholeModule, nodeId: event.target.value })}
        >
          <option value="">{t('wholeModule')}</option>
          {nodes.map(({ id, text, isPart }) => (
            <option key={id} value={id}>
              {isPart ? '– ' : ''}
              {text || t('element')}
            </option>
          ))}
        </Select>
        {words && (
          <p className="row">
            <input type="hidden" name="words" value={words} />
            <input type="hidden" name="before" value={before} />
            <span>{t('aboutWords', { words })}</span>
            <button
              type="button"
              className="quiet"
              onClick={() => onChoose({ ...wholeModule, nodeId })}
            >
              {t('forgetWords')}
            </button>
          </p>
        )}
        <Select label={t('kind')} name="kind" defaultValue="correction">
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <TextArea label={t('remarkBody')} name="body" required maxLength={4000} />
        {node?.isPlayed && <MomentField key={`${nodeId} moment`} nodeId={nodeId} />}
        {node && <ProposalField key={nodeId} node={node} />}
        <button type="submit">{t('leaveRemark')}</button>
      </Form>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { Select, TextArea } from '../field.tsx'
import type { Choosing, NamedNode } from './reviewed-content.tsx'

/** A remark on the whole module or on one element. Give it another `key` once one was left. */
export function RemarkForm({ nodes, about, onChoose }: { nodes: NamedNode[] } & Choosing) {
  const { t } = useTranslation('review')
  return (
    <section className="card" aria-labelledby="remark">
      <h2 id="remark">{t('newRemark')}</h2>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="remark" />
        <Select
          label={t('about')}
          hint={t('aboutHint')}
          name="nodeId"
          value={about}
          onChange={(event) => onChoose(event.target.value)}
        >
          <option value="">{t('wholeModule')}</option>
          {nodes.map(({ id, text }) => (
            <option key={id} value={id}>
              {text || t('element')}
            </option>
          ))}
        </Select>
        <TextArea label={t('remarkBody')} name="body" required maxLength={4000} />
        <button type="submit">{t('leaveRemark')}</button>
      </Form>
    </section>
  )
}

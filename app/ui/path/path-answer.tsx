import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { PathForm } from '#app/services/paths/path-form.ts'
import type { PathPage } from '#app/services/paths/read-path.server.ts'
import { Notice } from '../notice.tsx'

/** What was done, said aloud; what was taken away can be put back. */
export function PathAnswer({
  answer,
  stages,
}: {
  answer: unknown
  stages: PathPage['stages']
}) {
  const { t } = useTranslation('path')
  const done = (answer as { done?: PathForm } | undefined)?.done
  if (!done) return null
  const rows = stages.flatMap((stage) => stage.rows)
  const at = 'rowId' in done ? rows.findIndex(({ id }) => id === done.rowId) : -1
  const title = 'title' in done ? done.title : rows[at]?.title || rows[at]?.ownTitle || ''
  return (
    <Notice tone="ok">
      <div className="row">
        {t(`done.${done.do}`, { title, place: at + 1, count: rows.length })}
        {done.do === 'remove' && <Undo removed={done} />}
      </div>
    </Notice>
  )
}

function Undo({ removed }: { removed: Extract<PathForm, { do: 'remove' }> }) {
  const { t } = useTranslation('path')
  const { title, stageId, index, row } = removed
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="do" value="restore" />
      <input type="hidden" name="title" value={title} />
      <input type="hidden" name="stageId" value={stageId} />
      <input type="hidden" name="index" value={index} />
      <input type="hidden" name="row" value={row} />
      <button type="submit" className="quiet">
        {t('undo')}
      </button>
    </Form>
  )
}

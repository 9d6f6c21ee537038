import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { PathPage } from '#app/services/paths/read-path.server.ts'
import { TextField } from '../field.tsx'
import styles from './path.module.css'
import { RowItem } from './row-item.tsx'

type Props = { stage: PathPage['stages'][number]; index: number; stages: PathPage['stages'] }

/** A stage with its modules in order. */
export function StageCard({ stage, index, stages }: Props) {
  const { t } = useTranslation('path')
  const { id, title, rows } = stage
  const name = title || t('stage', { number: index + 1 })
  return (
    <section className={styles.stage} aria-label={name}>
      {(stages.length > 1 || title) && (
        <StageTitle stage={stage} index={index} stages={stages} />
      )}
      {rows.length === 0 ? (
        <p className="soft">{t('noRow')}</p>
      ) : (
        <ol className={styles.rows} aria-label={name}>
          {rows.map((row, place) => (
            <RowItem
              key={row.id}
              {...{ row, place, stageId: id }}
              first={index === 0 && place === 0}
              last={index === stages.length - 1 && place === rows.length - 1}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function StageTitle({ stage: { id, title }, index, stages }: Props) {
  const { t } = useTranslation('path')
  return (
    <Form method="post" className={styles.title} preventScrollReset key={title}>
      <input type="hidden" name="stageId" value={id} />
      <TextField
        label={stages.length > 1 ? `${t('stageTitle')} ${index + 1}` : t('stageTitle')}
        hint={t('stageTitleHint')}
        name="title"
        defaultValue={title}
        maxLength={200}
      />
      <button type="submit" name="do" value="rename-stage" className="quiet">
        {t('rename')}
      </button>
      {stages.length > 1 && (
        <button type="submit" name="do" value="remove-stage" className="quiet">
          {t('removeStage')}
        </button>
      )}
    </Form>
  )
}

export function AddStage() {
  const { t } = useTranslation('path')
  return (
    <Form method="post" className={styles.stage} preventScrollReset>
      <input type="hidden" name="title" value="" />
      <button type="submit" name="do" value="add-stage" className="quiet">
        {t('addStage')}
      </button>
    </Form>
  )
}

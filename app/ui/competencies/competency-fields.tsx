import { useTranslation } from 'react-i18next'
import styles from './block-editor.module.css'
import { type EditedCompetency, newLine } from './edited-block.ts'

type Props = {
  competency: EditedCompetency
  number: number
  last: boolean
  used: ReadonlySet<string>
  mayWrite: boolean
  onChange: (competency: EditedCompetency) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
  onFocus: (line: string) => void
}

/** One competency with its criteria. */
export function CompetencyFields(props: Props) {
  const { competency, number, last, used, mayWrite, onChange, onMove, onRemove } = props
  const { t } = useTranslation('referentials')
  const { key, id, label } = competency
  return (
    <li className={styles.competency}>
      <textarea
        data-line={key}
        aria-label={t('block.competency', { number })}
        value={label}
        rows={2}
        maxLength={4000}
        readOnly={!mayWrite}
        onChange={({ target }) => onChange({ ...competency, label: target.value })}
      />
      {mayWrite && (
        <p className={styles.actions}>
          <button
            type="button"
            className="quiet"
            disabled={number === 1}
            aria-label={t('block.up', { number })}
            onClick={() => onMove(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="quiet"
            disabled={last}
            aria-label={t('block.down', { number })}
            onClick={() => onMove(1)}
          >
            ↓
          </button>
          {id !== null && used.has(id) ? (
            <span className="soft">{t('block.used')}</span>
          ) : (
            <button
              type="button"
              className="quiet"
              aria-label={t('block.remove', { number })}
              onClick={onRemove}
            >
              {t('block.removeShort')}
            </button>
          )}
        </p>
      )}
      <Criteria {...props} />
    </li>
  )
}

function Criteria({ competency, number, used, mayWrite, onChange, onFocus }: Props) {
  const { t } = useTranslation('referentials')
  const { criteria } = competency
  const write = (key: string, label: string) =>
    onChange({
      ...competency,
      criteria: criteria.map((each) => (each.key === key ? { ...each, label } : each)),
    })
  const add = () => {
    const { criteria: _, ...line } = newLine()
    onChange({ ...competency, criteria: [...criteria, line] })
    onFocus(line.key)
  }
  const remove = (key: string) => {
    onChange({ ...competency, criteria: criteria.filter((each) => each.key !== key) })
    onFocus(competency.key)
  }
  return (
    <>
      <ul className={styles.criteria}>
        {criteria.map(({ key, id, code, label }, at) => (
          <li key={key}>
            {code && <code>{code}</code>}
            <input
              data-line={key}
              aria-label={t('block.criterion', { number: `${number}.${at + 1}` })}
              value={label}
              maxLength={4000}
              readOnly={!mayWrite}
              onChange={({ target }) => write(key, target.value)}
            />
            {mayWrite && !(id !== null && used.has(id)) && (
              <button
                type="button"
                className="quiet"
                aria-label={t('block.removeCriterion', { number: `${number}.${at + 1}` })}
                onClick={() => remove(key)}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <button type="button" className={`quiet ${styles.small}`} onClick={add}>
          {t('block.addCriterion')}
        </button>
      )}
    </>
  )
}

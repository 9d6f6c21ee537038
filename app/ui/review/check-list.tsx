import { useTranslation } from 'react-i18next'
import type { ListedChecklist } from '#app/services/review/checklists.server.ts'
import { TextField } from '../field.tsx'
import styles from './check-list.module.css'

const answers = ['yes', 'no', 'not-applicable'] as const

type Props = {
  checklist: ListedChecklist
  /** Whether something in it was filled in again. */
  isOpen: boolean
}

/** What to look at for one aspect, folded until it is wanted; nothing of it has to be answered. */
export function CheckList({ checklist: { aspect, items }, isOpen }: Props) {
  const { t } = useTranslation(['checklists', 'modules'])
  if (items.length === 0) return null
  return (
    <details open={isOpen}>
      <summary>{t('items', { count: items.length })}</summary>
      <p className="soft">{t('answering')}</p>
      <ul className={styles.items}>
        {items.map(({ key, text }) => (
          <li key={key}>
            <fieldset className={styles.item}>
              <legend>{text}</legend>
              <input type="hidden" name={`${aspect}.text.${key}`} value={text} />
              <span className={styles.answers}>
                {['' as const, ...answers].map((value) => (
                  <label key={value}>
                    <input
                      type="radio"
                      name={`${aspect}.check.${key}`}
                      value={value}
                      defaultChecked={value === ''}
                    />{' '}
                    {t(`answer.${value || 'none'}`)}
                  </label>
                ))}
              </span>
              <TextField
                label={t('note')}
                name={`${aspect}.checkNote.${key}`}
                maxLength={1000}
                autoComplete="off"
              />
            </fieldset>
          </li>
        ))}
      </ul>
    </details>
  )
}

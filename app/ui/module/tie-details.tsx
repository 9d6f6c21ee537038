import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { type Alignment, levels } from '#content-schema/module.ts'
import { Select } from '../field.tsx'
import styles from './panels.module.css'

type Props = { alignment: Alignment; criteria: { id: string; label: string }[] }

/** How far a tie goes, and which criteria it is about: unsaid, it is the module and all of them. */
export function TieDetails({ alignment, criteria }: Props) {
  const { t } = useTranslation('modules')
  const { competencyId, role, level = '', label } = alignment
  return (
    <details>
      <summary aria-label={t('alignment.detailsOf', { label })}>
        {t('alignment.details')}
      </summary>
      <Form method="post" className={`stack ${styles.details}`} preventScrollReset>
        <input type="hidden" name="intent" value="detail" />
        <input type="hidden" name="competencyId" value={competencyId} />
        <input type="hidden" name="role" value={role} />
        <Select label={t('facts.level')} name="level" defaultValue={level}>
          <option value="">{t('alignment.asModule')}</option>
          {levels.map((each) => (
            <option key={each} value={each}>
              {t(`levels.${each}`)}
            </option>
          ))}
        </Select>
        {criteria.length > 0 && (
          <fieldset>
            <legend>{t('alignment.criteria')}</legend>
            {criteria.map(({ id, label }) => (
              <label key={id} className={styles.criterion}>
                <input
                  type="checkbox"
                  name="criteria[]"
                  value={id}
                  defaultChecked={alignment.criteria?.includes(id) ?? false}
                />{' '}
                {label}
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit">{t('save')}</button>
      </Form>
    </details>
  )
}

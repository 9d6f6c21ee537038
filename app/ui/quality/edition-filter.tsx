import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import { Select } from '../field.tsx'

type Props = {
  editions: { major: number; minor: number; digest: string }[]
  digest: string | null
  /** Remarks to read below. */
  total: number
}

/** Which edition is looked at, and the way to what its learners wrote. */
export function EditionFilter({ editions, digest, total }: Props) {
  const { t } = useTranslation('feedback')
  return (
    <div className="row">
      {editions.length > 1 && (
        <Form method="get" className="row">
          <Select label={t('filter.edition')} name="edition" defaultValue={digest ?? ''}>
            <option value="">{t('filter.all')}</option>
            {editions.map(({ major, minor, digest: value }) => (
              <option key={value} value={value}>
                {major}.{minor}
              </option>
            ))}
          </Select>
          <button type="submit" className="quiet">
            {t('filter.show')}
          </button>
        </Form>
      )}
      {total > 0 && <a href="#remarks">{t('filter.toRemarks', { count: total })}</a>}
    </div>
  )
}

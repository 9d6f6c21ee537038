import { useTranslation } from 'react-i18next'
import styles from './play.module.css'

/** What the LMS would keep, one line a data model element that has a value. */
export function DataModel({ model }: { model: Record<string, unknown> | null }) {
  const { t } = useTranslation('play')
  const rows = model ? flat(model, 'cmi') : []
  return (
    <section className="card" aria-labelledby="model">
      <h2 id="model">{t('model')}</h2>
      {rows.length === 0 && <p className="soft">{t('noModel')}</p>}
      <div className={styles.model}>
        <table>
          <caption className="visually-hidden">{t('model')}</caption>
          <tbody>
            {rows.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <code>{value}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function flat(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value !== 'object') return [[path, String(value)]]
  return Object.entries(value).flatMap(([name, member]) => flat(member, `${path}.${name}`))
}

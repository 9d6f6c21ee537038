import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { StatePart } from '#app/services/modules/history.server.ts'
import { Select } from '../field.tsx'

type Props = { from: string; parts: StatePart[] }

/** Brings an earlier state back: all of it, a page or an element. */
export function RestorePanel({ from, parts }: Props) {
  const { t } = useTranslation('history')
  return (
    <section className="card" aria-labelledby="restore">
      <h2 id="restore">{t('restore')}</h2>
      <p className="soft">{t('restoreLead')}</p>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="from" value={from} />
        <p>
          <button type="submit" className="quiet">
            {t('restoreAll', { number: from })}
          </button>
        </p>
      </Form>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="from" value={from} />
        <Select label={t('restoreWhat')} name="nodeId" required defaultValue="">
          <option value="" disabled>
            {t('chooseWhat')}
          </option>
          {parts.map(({ pageId, page, elements }) => (
            <optgroup key={pageId} label={page}>
              <option value={pageId}>{t('whole', { page })}</option>
              {elements.map(({ nodeId, text }) => (
                <option key={nodeId} value={nodeId}>
                  {text || '…'}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <p>
          <button type="submit" className="quiet">
            {t('restorePart')}
          </button>
        </p>
      </Form>
    </section>
  )
}

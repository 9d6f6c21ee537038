import { useTranslation } from 'react-i18next'
import { Choices } from '#app/ui/field.tsx'
import {
  type Status,
  statusFields,
  statusOf,
  statusPairs,
} from '#packaging/publication/status.ts'
import { type Chosen, type FieldsProps, reports } from './chosen.ts'
import styles from './exports.module.css'

/** What the LMS is told, said as whoever reads it there will see it. */
export function StatusFields({ edition, chosen, decide }: FieldsProps) {
  const { t } = useTranslation('exports')
  const scorm = chosen.format.startsWith('scorm')
  return (
    <fieldset>
      <legend>{t('status.legend')}</legend>
      {scorm ? (
        <Choices
          legend={t('status.lead')}
          name="status"
          value={chosen.publication.status}
          choices={statusPairs.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChoose={(status) => decide({ status })}
        />
      ) : (
        <>
          <input type="hidden" name="status" value={chosen.publication.status} />
          <p>{t(reports(chosen.format) ? 'status.statements' : 'status.nobody')}</p>
        </>
      )}
      {scorm && <Preview judged={isJudged(chosen, edition.has.questions)} chosen={chosen} />}
      {scorm && chosen.publication.status.endsWith('failed') && (
        <p className="soft">{t('status.failedLocks')}</p>
      )}
    </fieldset>
  )
}

function isJudged({ publication }: Chosen, questions: boolean): boolean {
  return questions && publication.success !== 'none'
}

function Preview({ judged, chosen }: { judged: boolean; chosen: Chosen }) {
  const { t } = useTranslation('exports')
  const { status, sendsScore } = chosen.publication
  const rows = judged
    ? ([
        ['whenLeft', 'none'],
        ['whenPassed', 'passed'],
        ['whenFailed', 'failed'],
      ] as const)
    : ([
        ['whenLeft', 'none'],
        ['whenDone', 'completed'],
      ] as const)
  const shown = useShown(chosen.format)
  return (
    <table className={styles.preview} aria-live="polite">
      <caption>{t('status.preview')}</caption>
      <tbody>
        {rows.map(([when, standing]) => (
          <tr key={when}>
            <th scope="row">{t(`status.${when}`)}</th>
            <td>
              <strong>{shown(statusOf(status, standing))}</strong>
              {judged && sendsScore && standing !== 'none' && `, ${t('status.score')}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One word in SCORM 1.2, two fields in SCORM 2004. */
function useShown(format: Chosen['format']): (status: Status) => string {
  const { t } = useTranslation('exports')
  return (status) => {
    if (format === 'scorm-12') return t(`status.words.${status}`)
    const { completion, success } = statusFields(status)
    return t('status.fields', {
      completion: t(`status.fieldWords.${completion}`),
      success: t(`status.fieldWords.${success}`),
    })
  }
}

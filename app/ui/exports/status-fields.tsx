import { useTranslation } from 'react-i18next'
import { Choices } from '#app/ui/field.tsx'
import { isScorm } from '#packaging/package-source.ts'
import {
  type Status,
  statusFields,
  statusOf,
  statusPairs,
} from '#packaging/publication/status.ts'
import { type Chosen, type FieldsProps, reports } from './chosen.ts'
import styles from './exports.module.css'
import { Section } from './section.tsx'

/** What the LMS is told. */
export function StatusFields({ chosen, decide }: FieldsProps) {
  const { t } = useTranslation('exports')
  const { status } = chosen.publication
  if (!isScorm(chosen.format)) return <input type="hidden" name="status" value={status} />
  return (
    <Section legend={t('status.legend')} decided={t(`status.${status}`)}>
      <Choices
        legend={t('status.lead')}
        name="status"
        value={status}
        choices={statusPairs.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChoose={(value) => decide({ status: value })}
      />
      {status.endsWith('failed') && <p className="soft">{t('status.failedLocks')}</p>}
    </Section>
  )
}

/** What is told, as whoever reads it in the LMS will see it. */
export function StatusPreview({ edition, chosen }: FieldsProps) {
  const { t } = useTranslation('exports')
  if (!isScorm(chosen.format))
    return <p>{t(reports(chosen.format) ? 'status.statements' : 'status.nobody')}</p>
  return <Preview judged={isJudged(chosen, edition.has.questions)} chosen={chosen} />
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
    if (format === 'scorm-12' || format === 'thin-12') return t(`status.words.${status}`)
    const { completion, success } = statusFields(status)
    return t('status.fields', {
      completion: t(`status.fieldWords.${completion}`),
      success: t(`status.fieldWords.${success}`),
    })
  }
}

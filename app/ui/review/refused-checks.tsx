import { useTranslation } from 'react-i18next'
import type { CheckView } from '#app/services/review/checklist-answers.server.ts'

/** What a reviewer answered « no » to, with how much of the checklist they answered at all. */
export function RefusedChecks({ checks }: { checks: readonly CheckView[] }) {
  const { t } = useTranslation('checklists')
  const refused = checks.filter(({ answer }) => answer === 'no')
  if (checks.length === 0) return null
  const answered = t('answered', { count: checks.length })
  if (refused.length === 0) return <p className="soft">{`${answered} · ${t('noneRefused')}`}</p>
  return (
    <details open>
      <summary>{`${answered} · ${t('refused', { count: refused.length })}`}</summary>
      <ul>
        {refused.map(({ key, text, note }) => (
          <li key={key}>
            {text}
            {note && <blockquote>{note}</blockquote>}
          </li>
        ))}
      </ul>
    </details>
  )
}

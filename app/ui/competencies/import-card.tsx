import { useTranslation } from 'react-i18next'
import { useNavigate } from '#app/framework.ts'
import { SendCard } from '../uploads/send-card.tsx'

/** Sends a file of frameworks, then shows what is in it. */
export function ImportCard({ className }: { className: string | undefined }) {
  const { t } = useTranslation('competencies')
  const navigate = useNavigate()
  const words = {
    title: t('import'),
    file: t('file'),
    hint: t('fileHint'),
    sending: t('sending'),
    interrupted: t('interrupted'),
    stop: t('stop'),
    button: t('importButton'),
  }
  return (
    <SendCard
      className={className}
      words={words}
      accept=".xml,.zip,.json,.csv"
      onSent={(id) => navigate(`/frameworks/files/${id}`)}
    />
  )
}

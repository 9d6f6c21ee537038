import { useTranslation } from 'react-i18next'
import type { EmbeddedRights } from '#app/services/assets/embedded-rights.server.ts'
import { Notice } from '../notice.tsx'

/** What the file, or what it came in, says of its rights, as it is written there. */
export function FoundInFile({ embedded }: { embedded: EmbeddedRights | null }) {
  const { t } = useTranslation('rights')
  if (!embedded) return null
  return (
    <Notice tone="info">
      {embedded.from ? t('found.document', { name: embedded.from }) : t('found.lead')}{' '}
      {embedded.found.join(' ; ')}. {t('found.hint')}
    </Notice>
  )
}

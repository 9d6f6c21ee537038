import { useTranslation } from 'react-i18next'
import type { EmbeddedRights } from '#app/services/assets/embedded-rights.server.ts'
import { Notice } from '../notice.tsx'

/** What the file itself says of its rights, as it is written there. */
export function FoundInFile({ embedded }: { embedded: EmbeddedRights | null }) {
  const { t } = useTranslation('rights')
  if (!embedded) return null
  return (
    <Notice tone="info">
      {t('found.lead')} {embedded.found.join(' ; ')}. {t('found.hint')}
    </Notice>
  )
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { Speech } from '#app/services/deployments/say-deployment.ts'

/** The register's words in the language of the page. */
export function useSpeech(): Speech {
  const { t } = useTranslation(['deployments', 'modules'])
  const { day } = useFormat()
  return { t, day }
}

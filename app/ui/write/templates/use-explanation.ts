import { useTranslation } from 'react-i18next'
import { useRefusal } from '#app/ui/notice.tsx'
import { Refusal } from '#app/ui/refusal.ts'

/** Why the server refused, or that it does not answer, in words. */
export function useExplanation(): (error: unknown) => string {
  const sentence = useRefusal()
  const { t } = useTranslation('templates')
  return (error) => (error instanceof Refusal ? sentence(error.refusal) : t('failed'))
}

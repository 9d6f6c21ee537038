import { useTranslation } from 'react-i18next'

/** Writes a duration in milliseconds as minutes and seconds, or a dash when there is none. */
export function useMinutes() {
  const { t } = useTranslation('quality')
  return (ms: number | null) => {
    if (ms === null) return '—'
    const seconds = Math.round(ms / 1000)
    return t('duration', {
      minutes: Math.floor(seconds / 60),
      seconds: String(seconds % 60).padStart(2, '0'),
    })
  }
}

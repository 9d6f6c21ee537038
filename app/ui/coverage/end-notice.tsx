import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { FrameworkEnd } from '#app/services/competencies/ended.ts'
import { Notice } from '../notice.tsx'

/** That a framework is over, and what took its place. */
export function EndNotice({ code, end }: { code: string; end: FrameworkEnd }) {
  return (
    <Notice tone="warn">
      <EndSaid code={code} end={end} />
    </Notice>
  )
}

export function EndSaid({ code, end }: { code: string; end: FrameworkEnd }) {
  const { t } = useTranslation('competencies')
  const { day } = useFormat()
  const params = { code, day: end.day ? day(end.day) : '', by: end.replacedBy.join(', ') }
  return <>{t(`ends.${end.reason}`, params)}</>
}

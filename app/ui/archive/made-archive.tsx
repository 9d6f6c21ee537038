import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { ArchiveMaking } from '#app/services/archive/archive-work.server.ts'
import { Notice, Refusal } from '../notice.tsx'

/** As much of it as a page needs: not where the file stands. */
export type MakingView =
  | Exclude<ArchiveMaking, { state: 'ready' }>
  | Omit<Extract<ArchiveMaking, { state: 'ready' }>, 'path'>

/** How far the archive that was asked for has come, and where to get it. */
export function MadeArchive({ making }: { making: MakingView }) {
  const { t } = useTranslation('archive')
  const { bytes, instant, percent } = useFormat()
  if (making.state === 'refused') return <Refusal data={making} />
  if (making.state === 'making')
    return (
      <p className="card" role="status">
        {t('export.making')}{' '}
        <progress value={making.share} max={1}>
          {percent(making.share)}
        </progress>
      </p>
    )
  return (
    <Notice tone="ok">
      {t('export.ready', { count: making.modules, when: instant(making.madeAt) })}{' '}
      <a href="/organisation/archive.zip" download>
        {t('export.download', { size: bytes(making.bytes) })}
      </a>{' '}
      {t('export.day')}
    </Notice>
  )
}

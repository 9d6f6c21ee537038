import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/i18n/use-format.ts'
import type { LibraryRow } from '#app/services/assets/library.server.ts'
import { fileUrl } from '../uploads/file-url.ts'
import styles from './media.module.css'

/** What was found out about a file. */
export function FileFacts({ file }: { file: LibraryRow }) {
  const { t } = useTranslation('media')
  const { bytes } = useFormat()
  const { width, height, duration } = file
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{t('file.facts')}</h2>
      <dl className={styles.facts}>
        <Fact name={t('file.type')}>
          {t(`kinds.${file.kind}`)} ({file.mediaType})
        </Fact>
        <Fact name={t('file.size')}>{bytes(file.bytes)}</Fact>
        {width && height ? (
          <Fact name={t('file.dimensions')}>{t('file.pixels', { width, height })}</Fact>
        ) : null}
        {duration ? <Fact name={t('file.duration')}>{clock(duration)}</Fact> : null}
      </dl>
      <p>
        <a href={fileUrl(file.digest)} download={file.rights.title + file.extension}>
          {t('file.download')}
        </a>
      </p>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** `1:02` or `1:00:05`. */
function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const rest = two(seconds % 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`
}

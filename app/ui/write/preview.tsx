import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './preview.module.css'
import type { PreviewedModule } from './preview-button.tsx'

type Props = PreviewedModule & { onClose: () => void }

const widths = { phone: 375, tablet: 768, desktop: 1280 } as const
type Width = keyof typeof widths

/** The module as learners will have it, in the real player, without leaving the page. */
export default function Preview({ moduleId, flush, nodeId, onClose }: Props) {
  const { t } = useTranslation('modules')
  const dialog = useRef<HTMLDialogElement>(null)
  const [width, setWidth] = useState<Width>('desktop')
  const { url, failed, reload, count } = usePreview(moduleId, flush)
  const start = useRef(nodeId()).current
  useEffect(() => dialog.current?.showModal(), [])
  useLeft(dialog)
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('write.previewTitle')}
      onClose={onClose}
    >
      <div className={styles.bar}>
        <strong>{t('write.previewTitle')}</strong>
        <fieldset className={styles.widths}>
          <legend className="visually-hidden">{t('write.previewWidth')}</legend>
          {(Object.keys(widths) as Width[]).map((name) => (
            <button
              key={name}
              type="button"
              className="quiet"
              aria-pressed={width === name}
              onClick={() => setWidth(name)}
            >
              {t(`write.widths.${name}`)}
            </button>
          ))}
        </fieldset>
        <button type="button" className="quiet" onClick={reload}>
          {t('write.previewReset')}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('write.previewClose')}
        </button>
      </div>
      {failed && <p role="alert">{t('write.previewFailed')}</p>}
      {!url && !failed && <p role="status">{t('write.previewLoading')}</p>}
      {url && (
        <div className={styles.stage}>
          <iframe
            key={count}
            className={styles.frame}
            data-width={width}
            src={start ? `${url}#${start}` : url}
            title={t('write.previewFrame')}
          />
        </div>
      )}
    </dialog>
  )
}

/** Escape is pressed inside the module, which is on another origin: it says so to this page. */
function useLeft(dialog: React.RefObject<HTMLDialogElement>): void {
  useEffect(() => {
    const leave = ({ source, data }: MessageEvent) => {
      const player = dialog.current?.querySelector('iframe')?.contentWindow
      if (source === player && data === 'grainotheque:leave') dialog.current?.close()
    }
    addEventListener('message', leave)
    return () => removeEventListener('message', leave)
  }, [dialog])
}

/** Asked for again at each reset: what was written meanwhile is then shown too. */
function usePreview(moduleId: string, flush: () => Promise<void>) {
  const [shown, setShown] = useState({ url: null as string | null, failed: false, count: 0 })
  const latest = useRef(flush)
  latest.current = flush
  const reload = useCallback(() => {
    const show = (url: string | null) =>
      setShown(({ count }) => ({ url, failed: url === null, count: count + 1 }))
    open(moduleId, latest.current).then(show, () => show(null))
  }, [moduleId])
  useEffect(reload, [reload])
  return { ...shown, reload }
}

async function open(moduleId: string, flush: () => Promise<void>): Promise<string | null> {
  await flush()
  const response = await fetch(`/modules/${moduleId}/preview`)
  return response.ok ? ((await response.json()) as { url: string }).url : null
}

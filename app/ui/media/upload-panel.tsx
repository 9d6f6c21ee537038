import { type DragEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRevalidator } from '#app/framework.ts'
import type { StoredFile } from '../uploads/send-file.ts'
import styles from './media.module.css'
import { RightsAtOnce } from './rights-at-once.tsx'
import { SendingList } from './sending-list.tsx'
import { useSendings } from './use-sendings.ts'

/** Brings files in by dialog, by drag or by paste; their rights are asked as they arrive. */
export function UploadPanel() {
  const { t } = useTranslation('media')
  const { revalidate } = useRevalidator()
  const [arrived, setArrived] = useState<StoredFile[]>([])
  const { sendings, send, stop } = useSendings((file) => {
    setArrived((all) => [...all, file])
    revalidate()
  })
  const done = useCallback(() => setArrived(([, ...rest]) => rest), [])
  const latest = useRef(send)
  latest.current = send
  const id = useId()
  usePaste(latest)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    send([...event.dataTransfer.files])
  }
  return (
    <section
      className={`card ${styles.upload}`}
      aria-labelledby={`${id}-heading`}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <h2 id={`${id}-heading`}>{t('upload.heading')}</h2>
      <p className="row">
        <label className="button" htmlFor={id}>
          {t('upload.choose')}
          <input
            id={id}
            type="file"
            multiple
            className="visually-hidden"
            onChange={({ target }) => {
              send([...(target.files ?? [])])
              target.value = ''
            }}
          />
        </label>
        <span>{t('upload.drop')}</span>
      </p>
      <p className="soft">{t('upload.limit')}</p>
      <SendingList sendings={sendings} onStop={stop} />
      <RightsAtOnce files={arrived} onDone={done} />
    </section>
  )
}

/** Files pasted anywhere on the page. */
function usePaste(send: { current: (files: readonly File[]) => void }): void {
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const files = [...(clipboardData?.files ?? [])]
      if (files.length > 0) send.current(files)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [send])
}

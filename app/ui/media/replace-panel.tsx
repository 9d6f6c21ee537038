import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Form } from '#app/framework.ts'
import type { LibraryRow } from '#app/services/assets/library.server.ts'
import type { FileUse } from '#app/services/assets/uses.server.ts'
import type { StoredFile } from '../uploads/send-file.ts'
import { Thumbnail } from './file-grid.tsx'
import styles from './media.module.css'
import { SendingList } from './sending-list.tsx'
import { useSendings } from './use-sendings.ts'

const accepted: Partial<Record<LibraryRow['kind'], string>> = {
  image: 'image/*',
  video: 'video/*',
  audio: 'audio/*',
  captions: '.vtt,text/vtt',
}

/** Puts another file in the place of this one: first it comes, then what changes is shown and said. */
export function ReplacePanel({ file, uses }: { file: LibraryRow; uses: FileUse[] }) {
  const { t } = useTranslation('media')
  const [next, setNext] = useState<StoredFile | null>(null)
  const { sendings, send, stop } = useSendings(setNext)
  const id = useId()
  const modules = new Map(uses.map(({ moduleId, moduleTitle }) => [moduleId, moduleTitle]))
  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{t('replace.heading')}</h2>
      <p>{t('replace.lead')}</p>
      <p>
        <label className="button" htmlFor={id}>
          {t('replace.choose')}
          <input
            id={id}
            type="file"
            accept={accepted[file.kind]}
            className="visually-hidden"
            onChange={({ target }) => {
              send([...(target.files ?? [])])
              target.value = ''
            }}
          />
        </label>
      </p>
      <SendingList sendings={sendings} onStop={stop} />
      {next && (
        <Form method="post" className={styles.replacement} onSubmit={() => setNext(null)}>
          <input type="hidden" name="intent" value="replace" />
          <input type="hidden" name="by" value={next.digest} />
          <p>{t('replace.by', { name: next.name })}</p>
          <Thumbnail row={{ digest: next.digest, kind: file.kind }} />
          <p>{t('replace.changes')}</p>
          <ul>
            {[...modules].map(([moduleId, title]) => (
              <li key={moduleId}>{title}</li>
            ))}
          </ul>
          <p className="row">
            <button type="submit">{t('replace.confirm', { count: modules.size })}</button>
            <button type="button" className="quiet" onClick={() => setNext(null)}>
              {t('replace.cancel')}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}

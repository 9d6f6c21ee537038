import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFetcher } from '#app/framework.ts'
import type { LibraryPage, LibraryRow } from '#app/services/assets/library.server.ts'
import { TextField } from '../field.tsx'
import { isRefusal } from '../notice.tsx'
import { Thumbnail } from './file-grid.tsx'
import styles from './media.module.css'

type Props = {
  /** `image`, `video`, `audio`, `document`, or empty for any file. */
  kind: string
  /** `null` when none was chosen. */
  onChoose: (row: LibraryRow | null) => void
}

/** Chooses one file of the library, without leaving what is being written. */
export function LibraryChoice({ kind, onChoose }: Props) {
  const { t } = useTranslation('media')
  const dialog = useRef<HTMLDialogElement>(null)
  const { load, data } = useFetcher<LibraryPage>()
  const [asked, setAsked] = useState({ q: '', page: 1 })
  const id = useId()
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus()
  }, [])
  useEffect(() => {
    const { q, page } = asked
    load(`/media/choices?${new URLSearchParams({ q, kind, page: String(page) })}`)
  }, [load, asked, kind])
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked({ q: String(new FormData(event.currentTarget).get('q') ?? ''), page: 1 })
  }
  const found = data && !isRefusal(data) ? data : null
  return (
    <dialog
      ref={dialog}
      className={`dialog ${styles.choice}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onChoose(null)
      }}
    >
      <header className="row">
        <h2 id={id}>{t('choose.heading')}</h2>
        <button type="button" className="quiet" onClick={() => onChoose(null)}>
          {t('choose.close')}
        </button>
      </header>
      <form className={styles.search} onSubmit={search}>
        <TextField label={t('search.label')} hint={t('search.hint')} name="q" type="search" />
        <p>
          <button type="submit">{t('search.go')}</button>
        </p>
      </form>
      <p role="status">
        {found && (found.found > 0 ? t('found', { count: found.found }) : t('nothingFound'))}
      </p>
      <ul className={styles.grid}>
        {found?.rows.map((row) => (
          <li key={row.digest} className={styles.card}>
            <Thumbnail row={row} />
            <button type="button" onClick={() => onChoose(row)}>
              {t('choose.take', { name: row.rights.title || t('untitled') })}
            </button>
            <span className="soft">{t(`rightsStates.${row.rightsState}`)}</span>
          </li>
        ))}
      </ul>
      {found && found.pages > asked.page && (
        <p>
          <button
            type="button"
            onClick={() => setAsked(({ q, page }) => ({ q, page: page + 1 }))}
          >
            {t('next')}
          </button>
        </p>
      )}
    </dialog>
  )
}

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { heading: string; onClose: () => void; children: ReactNode }

/** A window over the page; the focus goes to what is marked `data-first`, then back to where it was. */
export function Dialog({ heading, onClose, children }: Props) {
  const { t } = useTranslation('templates')
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    box.current?.showModal()
    box.current?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="row">
        <h2 id={id}>{heading}</h2>
        <button type="button" className="quiet" onClick={onClose}>
          {t('close')}
        </button>
      </header>
      {children}
    </dialog>
  )
}

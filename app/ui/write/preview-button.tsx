import { lazy, Suspense, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Icon } from '#editor/icon.tsx'

/** Loaded when it is asked for. */
const Preview = lazy(() => import('./preview.tsx'))

export type PreviewedModule = {
  moduleId: string
  /** Sends what is not saved yet: the preview shows what is on the server. */
  flush: () => Promise<void>
  /** The element being written, which the preview opens at. */
  nodeId: () => string | null
}

/** Shows the module as learners will have it, in the real player, without leaving the page. */
export function PreviewButton(props: PreviewedModule) {
  const { t } = useTranslation('modules')
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="me-text-button"
        aria-label={t('write.preview')}
        onClick={() => setOpen(true)}
      >
        <Icon name="preview" />
        <span className="me-tool-words">{t('write.preview')}</span>
      </button>
      {/* Out of the toolbar, whose looks and keys are not the preview's. */}
      {open &&
        createPortal(
          <Suspense>
            <Preview {...props} onClose={close} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}

import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { IconButton } from '../menus/icon-button.tsx'
import type { EditorWords } from '../words/fr.ts'

export type PanelName = 'outline' | 'settings'

type Props = {
  name: PanelName
  words: EditorWords
  /** It stands over the text, where there is no room beside it. */
  over: boolean
  onClose: () => void
  children: ReactNode
}

/** A column beside the text; on narrow screens it opens over it. */
export function Panel({ name, words, over, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null)
  useLeaving(panel, over, onClose)
  const label = words.editor[name]
  const content = (
    <>
      <div className="me-panel-head">
        <h2>{label}</h2>
        <IconButton icon="close" label={words.editor.closePanel} onClick={onClose} />
      </div>
      {children}
    </>
  )
  const shared = {
    id: `me-${name}`,
    className: `me-panel me-panel-${name}`,
    'aria-label': label,
    ref: panel,
  }
  return name === 'outline' ? (
    <nav {...shared}>{content}</nav>
  ) : (
    <aside {...shared}>{content}</aside>
  )
}

/** Opened over the text, it takes the keyboard; Escape or a tap elsewhere closes it. */
function useLeaving(panel: RefObject<HTMLElement>, over: boolean, onClose: () => void): void {
  const latest = useRef(onClose)
  latest.current = onClose
  useEffect(() => {
    const box = panel.current
    if (!over || !box) return
    box.querySelector<HTMLElement>('.me-panel-head button')?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current()
    }
    const onClick = (event: MouseEvent) => {
      // As it was when it was tapped: what was tapped may be gone by now.
      if (event.composedPath().includes(box)) return
      const field = document.activeElement?.closest<HTMLElement>('input, textarea, select')
      latest.current()
      field?.focus()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [panel, over])
}

type ToggleProps = {
  name: PanelName
  words: EditorWords
  open: PanelName | null
  onOpen: (name: PanelName | null) => void
}

/** Shown where there is no room for the columns. */
export function PanelToggle({ name, words, open, onOpen }: ToggleProps) {
  return (
    <IconButton
      icon={name}
      label={name === 'outline' ? words.editor.showOutline : words.editor.showSettings}
      aria-expanded={open === name}
      aria-controls={`me-${name}`}
      data-panel-toggle=""
      onClick={() => onOpen(open === name ? null : name)}
    />
  )
}

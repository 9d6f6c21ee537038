import type { KeyboardEvent, ReactNode } from 'react'
import { IconButton } from '../menus/icon-button.tsx'
import type { EditorWords } from '../words/fr.ts'

export type PanelName = 'outline' | 'settings'

type Props = { name: PanelName; words: EditorWords; onClose: () => void; children: ReactNode }

/** A column beside the text; on narrow screens it opens over it. */
export function Panel({ name, words, onClose, children }: Props) {
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
    onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && onClose(),
  }
  return name === 'outline' ? (
    <nav {...shared}>{content}</nav>
  ) : (
    <aside {...shared}>{content}</aside>
  )
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

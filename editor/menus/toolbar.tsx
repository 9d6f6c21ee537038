import type { Editor } from '@tiptap/core'
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import { useEditorState } from '@tiptap/react'
import { type ReactNode, useRef } from 'react'
import type { MarkName } from '#content-schema/schema.ts'
import { toggleMark } from '../commands/toggle-mark.ts'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'
import { IconButton } from './icon-button.tsx'
import { useRovingFocus } from './use-roving-focus.ts'

const markButtons = ['bold', 'italic', 'code', 'subscript', 'superscript'] as const

type Props = {
  editor: Editor
  words: EditorWords
  onInsert: (anchor: DOMRect) => void
  onLink: (anchor: DOMRect) => void
  onLanguage: (anchor: DOMRect) => void
  onFind: () => void
  /** What the page offers, and on narrow screens the toggles of the panels. */
  children: ReactNode
}

/** Undo, inline marks, link, insert: one row above the text. */
export function Toolbar(props: Props) {
  const { editor, words, onInsert, onLink, onLanguage, onFind, children } = props
  const bar = useRef<HTMLDivElement>(null)
  const { onKeyDown, item } = useRovingFocus()
  const state = useEditorState({ editor, selector: ({ editor }) => toolbarState(editor) })
  const { toolbar } = words
  const act = (command: Parameters<typeof run>[1]) => () => {
    run(editor, command)
    editor.view.focus()
  }
  return (
    <div
      ref={bar}
      className="me-toolbar"
      role="toolbar"
      aria-label={words.editor.toolbar}
      onKeyDown={onKeyDown}
    >
      <span className="me-toolbar-marks">
        <IconButton
          icon="undo"
          label={toolbar.undo}
          aria-disabled={!state.canUndo}
          onClick={act(undo)}
          {...item(0)}
        />
        <IconButton
          icon="redo"
          label={toolbar.redo}
          aria-disabled={!state.canRedo}
          onClick={act(redo)}
          {...item(1)}
        />
        <span className="me-separator" />
        {markButtons.map((name, index) => (
          <IconButton
            key={name}
            icon={name}
            label={toolbar[name]}
            aria-pressed={state.active.includes(name)}
            onClick={act(toggleMark(name))}
            {...item(2 + index)}
          />
        ))}
        <IconButton
          icon="link"
          label={toolbar.link}
          aria-pressed={state.active.includes('link')}
          aria-haspopup="dialog"
          onClick={(event) => onLink(event.currentTarget.getBoundingClientRect())}
          {...item(7)}
        />
        <IconButton
          icon="language"
          label={toolbar.language}
          aria-pressed={state.active.includes('language')}
          aria-haspopup="dialog"
          onClick={(event) => onLanguage(event.currentTarget.getBoundingClientRect())}
          {...item(8)}
        />
        <IconButton icon="find" label={toolbar.find} onClick={onFind} {...item(9)} />
      </span>
      <span className="me-separator" />
      <button
        type="button"
        className="me-insert-button"
        aria-label={toolbar.insertElement}
        aria-haspopup="dialog"
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => onInsert(event.currentTarget.getBoundingClientRect())}
        {...item(10)}
      >
        +<span>&nbsp;{toolbar.insert}</span>
      </button>
      <span className="me-toolbar-end">{children}</span>
    </div>
  )
}

function toolbarState(editor: Editor) {
  const { state } = editor
  const names = ['link', 'language', ...markButtons] satisfies MarkName[]
  return {
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
    active: names.filter((name) => editor.isActive(name)),
  }
}

import type { Editor } from '@tiptap/core'
import { undo } from '@tiptap/pm/history'
import { useEffect } from 'react'
import { run } from '../run.ts'
import type { EditorWords } from '../words/fr.ts'

type Props = { editor: Editor; words: EditorWords; sentence: string; onClose: () => void }

/** What was just taken out, to be had back at once; goes away with the next change. */
export function UndoOffer({ editor, words, sentence, onClose }: Props) {
  useEffect(() => {
    editor.on('update', onClose)
    return () => {
      editor.off('update', onClose)
    }
  }, [editor, onClose])
  const takeBack = () => {
    run(editor, undo)
    editor.view.focus()
  }
  return (
    <p className="me-undo-offer">
      <span>{sentence}</span>
      <button type="button" onClick={takeBack}>
        {words.toolbar.undo}
      </button>
    </p>
  )
}

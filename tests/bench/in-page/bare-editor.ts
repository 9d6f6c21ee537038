import { baseKeymap } from '@tiptap/pm/commands'
import { history } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import type { StoredDocument } from '#content-schema/document.ts'
import { schema } from '#content-schema/schema.ts'

declare global {
  interface Window {
    /** Shows a document in an editor; done when it is on screen. @returns milliseconds it took */
    openEditor: (stored: StoredDocument) => Promise<number>
  }
}

/** ProseMirror with our schema and nothing of ours: no view, no decoration, no outline, no saving. */
window.openEditor = async (stored) => {
  const started = performance.now()
  const state = EditorState.create({
    doc: Node.fromJSON(schema, stored.doc),
    plugins: [history(), keymap(baseKeymap)],
  })
  new EditorView(document.querySelector('#editor'), { state })
  await nextFrame()
  return performance.now() - started
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

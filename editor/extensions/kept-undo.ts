import { Extension } from '@tiptap/core'
import { readUndo, writeUndo } from '../kept-undo.ts'
import { whenQuiet } from '../when-quiet.ts'
import { findingsKey } from './findings.ts'

/** Where what can be undone is kept while the page is reloaded. */
export type UndoStore = { read: () => string | null; write: (text: string) => void }

/** Milliseconds without a change before it is written down, in case the page is killed. */
const pause = 1500

/** Undo that a reload of the page does not end. */
export const keptUndo = Extension.create<{ store: UndoStore | null }>({
  name: 'keptUndo',
  addOptions: () => ({ store: null }),
  addStorage: () => ({ end() {} }),
  onCreate() {
    const { editor } = this
    const { store } = this.options
    if (!store) return
    const restored = readUndo(editor.state, store.read())
    if (restored) {
      const { findings } = findingsKey.getState(editor.state) ?? { findings: [] }
      editor.view.updateState(restored)
      editor.view.dispatch(restored.tr.setMeta(findingsKey, findings))
    }
    const write = () => {
      quiet.stop()
      if (!editor.isDestroyed) store.write(writeUndo(editor.state))
    }
    const quiet = whenQuiet(pause, write)
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) quiet.stir()
    }
    editor.on('transaction', later)
    addEventListener('pagehide', write)
    this.storage.end = () => {
      removeEventListener('pagehide', write)
      editor.off('transaction', later)
      write()
    }
  },
  onDestroy() {
    this.storage.end()
  },
})

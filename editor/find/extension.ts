import { Extension } from '@tiptap/core'
import { search } from 'prosemirror-search'

/** Ctrl+F looks in the module, whatever of it is on screen. */
export const finding = Extension.create<{ open: () => void }>({
  name: 'finding',
  addOptions: () => ({ open: () => undefined }),
  addProseMirrorPlugins: () => [search()],
  addKeyboardShortcuts() {
    const open = () => {
      this.options.open()
      return true
    }
    return { 'Mod-f': open, 'Mod-h': open }
  },
})

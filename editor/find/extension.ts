import { Extension } from '@tiptap/core'

/** Ctrl+F looks in the module, whatever of it is on screen; what looks is loaded then. */
export const finding = Extension.create<{ open: () => void }>({
  name: 'finding',
  addOptions: () => ({ open: () => undefined }),
  addKeyboardShortcuts() {
    const open = () => {
      this.options.open()
      return true
    }
    return { 'Mod-f': open, 'Mod-h': open }
  },
})

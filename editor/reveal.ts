import type { Editor } from '@tiptap/core'

/** Scrolls to the node at a position: as asked when it fits the screen, else to its beginning. */
export function reveal(editor: Editor, position: number, block: 'center' | 'nearest'): void {
  const element = editor.isDestroyed ? null : editor.view.nodeDOM(position)
  if (!(element instanceof HTMLElement)) return
  const fits = element.offsetHeight < innerHeight / 2
  element.scrollIntoView({ block: fits ? block : 'start' })
}

import type { Editor } from '@tiptap/core'
import { positionOfId } from './commands/current-part.ts'
import { goTo } from './commands/select-part.ts'
import { reveal } from './reveal.ts'
import { run } from './run.ts'

/** Frames in which what comes into view is laid out, its pictures and controls with it. */
const settling = 10

/** Puts the caret in a section or an element and brings it into view; nothing when it is gone. */
export function goToNode(editor: Editor, nodeId: string): void {
  const position = positionOfId(editor.state.doc, nodeId)
  if (position === null) return
  run(editor, goTo(position))
  editor.view.focus()
  settle(editor, position, settling)
}

/** What was off screen had no measured height yet: as it is laid out, the place moves. */
function settle(editor: Editor, position: number, frames: number): void {
  reveal(editor, position, 'center')
  if (frames > 0) requestAnimationFrame(() => settle(editor, position, frames - 1))
}

import type { Editor } from '@tiptap/core'
import { positionOfId } from './commands/current-part.ts'
import { goTo } from './commands/select-part.ts'
import { reveal } from './reveal.ts'
import { run } from './run.ts'

/** Puts the caret in a section or an element and brings it into view; nothing when it is gone. */
export function goToNode(editor: Editor, nodeId: string): void {
  const position = positionOfId(editor.state.doc, nodeId)
  if (position === null) return
  run(editor, goTo(position))
  editor.view.focus()
  reveal(editor, position, 'center')
  // What was off screen had no measured height yet: once it is laid out, it stands elsewhere.
  requestAnimationFrame(() => reveal(editor, position, 'center'))
}

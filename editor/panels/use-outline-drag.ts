import type { Editor } from '@tiptap/core'
import { type DragEvent, useState } from 'react'
import { positionOfId } from '../commands/current-part.ts'
import { movePartBeside } from '../commands/move-part.ts'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'

type Side = 'before' | 'after'
type Drop = { id: string; side: Side }

/**
 * Rows of the outline that can be dragged to another place; keys and buttons do the same, so this
 * is for the mouse alone.
 *
 * @returns what to put on each row
 */
export function useOutlineDrag(editor: Editor) {
  const [dragged, setDragged] = useState<string | null>(null)
  const [drop, setDrop] = useState<Drop | null>(null)
  const end = () => {
    setDragged(null)
    setDrop(null)
  }
  return (id: string) => ({
    draggable: editor.isEditable,
    'data-drop': drop?.id === id ? drop.side : undefined,
    onDragStart(event: DragEvent<HTMLElement>) {
      event.stopPropagation()
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', event.currentTarget.textContent ?? '')
      setDragged(id)
    },
    onDragOver(event: DragEvent<HTMLElement>) {
      if (!dragged || dragged === id) return
      event.preventDefault()
      event.stopPropagation()
      setDrop({ id, side: sideOf(event) })
    },
    onDrop(event: DragEvent<HTMLElement>) {
      if (!dragged) return
      event.preventDefault()
      event.stopPropagation()
      if (run(editor, movePartBeside(dragged, id, sideOf(event)))) sayPlace(editor, dragged)
      end()
    },
    onDragEnd: end,
  })
}

function sideOf({ clientY, currentTarget }: DragEvent<HTMLElement>): Side {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'before' : 'after'
}

function sayPlace(editor: Editor, id: string): void {
  const { announce, words } = hostOf(editor)
  const position = positionOfId(editor.state.doc, id)
  if (position === null) return
  const $position = editor.state.doc.resolve(position)
  const { parent } = $position
  const titled = $position.depth === 1 ? 1 : 0
  const name = elementLabel($position.nodeAfter?.type.name ?? '', words)
  announce(words.said.moved(name, $position.index() + 1 - titled, parent.childCount - titled))
}

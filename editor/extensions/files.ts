import { type Editor, Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import { currentPart } from '../commands/current-part.ts'
import { insertElement } from '../commands/insert-element.ts'
import type { MediaName } from '../node-views/media-view.ts'
import { run } from '../run.ts'
import { fileKind, upload } from '../uploads.ts'

/** Files pasted or dropped become images, videos, audio or attachments, and are stored. */
export const files = Extension.create({
  name: 'files',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handlePaste: (_, event) => take(editor, event.clipboardData, null),
          handleDrop: (view, event) => {
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            return (
              fill(editor, event.dataTransfer, place?.inside ?? -1) ||
              take(editor, event.dataTransfer, place?.pos ?? null)
            )
          },
        },
      }),
    ]
  },
})

/** A word processor puts a picture of the text beside the text: then the text is what is meant. */
function take(editor: Editor, data: DataTransfer | null, position: number | null): boolean {
  const taken = [...(data?.files ?? [])]
  const written = data?.types.includes('text/html') && data.getData('text/plain').trim() !== ''
  if (taken.length === 0 || written || !editor.isEditable) return false
  let at = position === null ? null : afterElement(editor, position)
  for (const file of taken) at = insertFile(editor, file, at)
  return true
}

/** A file dropped on an element that asks for one of its kind is for that element. */
function fill(editor: Editor, data: DataTransfer | null, position: number): boolean {
  const [file] = data?.files ?? []
  const node = position < 0 ? null : editor.state.doc.nodeAt(position)
  if (!file || !node || node.attrs.asset !== null || !editor.isEditable) return false
  const kind = fileKind(node.type.name)
  if (kind !== 'attachment' && kind !== kindOf(file)) return false
  void upload(editor, String(node.attrs.id), file)
  return true
}

function insertFile(editor: Editor, file: File, at: number | null): number | null {
  const id = newId()
  const element = { type: kindOf(file), attrs: { id } }
  if (!run(editor, insertElement(element, at ?? undefined))) return at
  void upload(editor, id, file)
  const part = currentPart(editor.state)
  return part ? part.position + part.node.nodeSize : null
}

/** The browser's guess only chooses the node; what a file really is, its content says when stored. */
function kindOf({ type }: File): MediaName {
  const kinds = ['image', 'video', 'audio'] as const
  return kinds.find((kind) => type.startsWith(`${kind}/`)) ?? 'attachment'
}

function afterElement(editor: Editor, position: number): number | null {
  const $position = editor.state.doc.resolve(position)
  if ($position.depth >= 2) return $position.after(2)
  return $position.depth === 1 && $position.index() > 0 ? position : null
}

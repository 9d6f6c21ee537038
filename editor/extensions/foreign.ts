import { type Editor, Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { mostNodes } from '#content-schema/foreign-html/flow.ts'
import { hostOf } from '../host.ts'
import { type Brought, readClipboard, refused } from '../paste/clipboard.ts'
import { insertForeign } from '../paste/insert-foreign.ts'
import { run } from '../run.ts'
import { upload } from '../uploads.ts'

/** Text pasted or dropped from elsewhere becomes our elements; what was lost on the way is said. */
export const foreign = Extension.create({
  name: 'foreign',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            paste: (view, event) => take(editor, view, event.clipboardData, event),
            drop: (view, event) =>
              !view.dragging &&
              moveCaret(view, event) &&
              take(editor, view, event.dataTransfer, event),
          },
          handlePaste: (_view, _event, slice) => refuseEndless(editor, slice),
        },
      }),
    ]
  },
})

function take(
  editor: Editor,
  view: EditorView,
  data: DataTransfer | null,
  event: Event,
): boolean {
  if (!data || !view.editable || view.state.selection.$from.parent.type.spec.code) return false
  const brought = readClipboard(data, view.dom.lang || 'fr')
  if (!brought) return false
  event.preventDefault()
  insert(editor, brought)
  return true
}

function insert(editor: Editor, { nodes, files, losses }: Brought): void {
  run(editor, insertForeign(nodes, losses))
  for (const { nodeId, file } of files) void upload(editor, nodeId, file, 'asset', 'quiet')
  const findings = losses.findings()
  if (findings.length > 0) hostOf(editor).reportLosses(findings)
  editor.view.focus()
}

/** A drop goes where the pointer is, unless that is no place for text. */
function moveCaret(view: EditorView, event: DragEvent): boolean {
  const data = event.dataTransfer
  const isText = data && (data.types.includes('text/html') || data.types.includes('text/plain'))
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (!isText || !place || data.files.length > 0) return false
  const near = TextSelection.near(view.state.doc.resolve(place.pos))
  view.dispatch(view.state.tr.setSelection(near))
  return true
}

/** Our own elements go their own way, but not without end. */
function refuseEndless(editor: Editor, slice: Slice): boolean {
  let count = 0
  slice.content.descendants((node) => {
    if (!node.isInline) count++
    return !node.inlineContent
  })
  if (count <= mostNodes) return false
  hostOf(editor).reportLosses(refused('foreign.too-many-nodes').losses.findings())
  return true
}

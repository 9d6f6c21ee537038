import { type Editor, Extension } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { mostNodes } from '#content-schema/foreign-html/most-nodes.ts'
import { hostOf } from '../host.ts'
import type { Brought, Clip } from '../paste/clipboard.ts'
import { run } from '../run.ts'
import { upload } from '../uploads.ts'

type Reader = typeof import('../paste/reader.ts')

let reader: Reader | null = null

/** Loaded a little after the editor opens, or with the first text that comes before. */
async function loadReader(): Promise<Reader> {
  reader ??= await import('../paste/reader.ts')
  return reader
}

/** Milliseconds after which the reader of text from elsewhere is loaded: typing can begin before. */
const loadAfter = 1000

/** Text pasted or dropped from elsewhere becomes our elements; what was lost on the way is said. */
export const foreign = Extension.create({
  name: 'foreign',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        view() {
          const timer = setTimeout(() => void loadReader().catch(() => undefined), loadAfter)
          return { destroy: () => clearTimeout(timer) }
        },
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
  const language = view.dom.lang || 'fr'
  if (!reader) return takeLater(editor, copyOf(data), language, event)
  const brought = reader.readClipboard(data, language)
  if (!brought) return false
  event.preventDefault()
  insert(editor, reader, brought)
  return true
}

/** A clipboard can only be read while it is being pasted: what came too early waits as a copy. */
function takeLater(editor: Editor, clip: Clip, language: string, event: Event): boolean {
  const isOwn = clip.getData('text/html').includes('data-pm-slice')
  if (isOwn || clip.getData('text/plain').trim() === '') return false
  event.preventDefault()
  void loadReader().then((ready) => {
    const brought = ready.readClipboard(clip, language)
    if (brought && !editor.isDestroyed) insert(editor, ready, brought)
  })
  return true
}

function copyOf(data: DataTransfer): Clip {
  const texts = new Map(data.types.map((type) => [type, data.getData(type)]))
  return { getData: (type) => texts.get(type) ?? '', files: [...data.files] }
}

function insert(editor: Editor, ready: Reader, { nodes, files, losses }: Brought): void {
  run(editor, ready.insertForeign(nodes, losses))
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
  void loadReader().then(({ refused }) => {
    hostOf(editor).reportLosses(refused('foreign.too-many-nodes').losses.findings())
  })
  return true
}

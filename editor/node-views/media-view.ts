import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import {
  chooseStored,
  stopUpload,
  type Upload,
  upload,
  uploadOf,
  uploadSentence,
  watchUploads,
} from '../uploads.ts'
import type { EditorWords } from '../words/fr.ts'
import { h, icon, isControl, redrawn } from './dom.ts'

export type MediaName = 'image' | 'video' | 'audio' | 'attachment'

const accepted: Record<MediaName, string> = {
  image: 'image/*',
  video: 'video/*',
  audio: 'audio/*',
  attachment: '',
}

/**
 * A file in the page: shown once it is stored, asked for until then.
 *
 * @param outline the element's icon
 */
export function mediaView(
  outline: string,
  preview: (node: Node, editor: Editor) => HTMLElement,
): NodeViewRenderer {
  return ({ node, editor, getPos }) => {
    const name = node.type.name as MediaName
    const dom = h('figure', { class: `me-media me-${name}`, contenteditable: 'false' })
    let current = node
    let drawn = ''
    const select = () => {
      const position = getPos()
      if (position !== undefined) editor.chain().setNodeSelection(position).focus().run()
    }
    const draw = () => {
      const state = uploadOf(editor, current.attrs.id)
      const next = JSON.stringify([current.attrs, state])
      if (next === drawn) return
      drawn = next
      const shown = parts(current, editor, state, { outline, preview })
      redrawn(dom, () => dom.replaceChildren(...shown), select)
    }
    draw()
    const stop = watchUploads(editor, draw)
    return {
      dom,
      update(next) {
        if (next.type.name !== name) return false
        current = next
        draw()
        return true
      },
      selectNode: () => dom.classList.add('ProseMirror-selectednode'),
      deselectNode: () => dom.classList.remove('ProseMirror-selectednode'),
      stopEvent: (event) => isControl(event) && !event.type.startsWith('drag'),
      ignoreMutation: () => true,
      destroy: stop,
    }
  }
}

function parts(
  node: Node,
  editor: Editor,
  state: Upload | null,
  {
    outline,
    preview,
  }: { outline: string; preview: (node: Node, editor: Editor) => HTMLElement },
): HTMLElement[] {
  const { words } = hostOf(editor)
  const shown = node.attrs.asset ? preview(node, editor) : null
  const progress = state ? [progressLine(state, node, editor)] : []
  return [shown ?? askForFile(node, editor, outline), ...progress, ...captionOf(node, words)]
}

function askForFile(node: Node, editor: Editor, outline: string): HTMLElement {
  const { words } = hostOf(editor)
  const name = node.type.name as MediaName
  const input = h('input', { type: 'file', class: 'me-hidden-file', accept: accepted[name] })
  input.disabled = !editor.isEditable
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) void upload(editor, node.attrs.id, file)
  })
  const button = h(
    'label',
    { class: 'me-choose-file' },
    icon(outline),
    words.media.choose,
    input,
  )
  const drop = h('span', {}, words.media.drop)
  const area = h('div', { class: 'me-ask-file' }, button, ...fromLibrary(node, editor), drop)
  area.prepend(h('span', { class: 'me-ask-kind' }, elementLabel(name, words)))
  return area
}

function fromLibrary(node: Node, editor: Editor): HTMLElement[] {
  const { words, chooseStored: choose } = hostOf(editor)
  if (!choose) return []
  const button = h(
    'button',
    { type: 'button', class: 'me-text-button', disabled: !editor.isEditable },
    words.mediaTools.fromLibrary,
  )
  const kind = node.type.name === 'attachment' ? 'document' : node.type.name
  button.addEventListener('click', () => void chooseStored(editor, node.attrs.id, kind))
  return [button]
}

function progressLine(state: Upload, node: Node, editor: Editor): HTMLElement {
  const { words } = hostOf(editor)
  const label = uploadSentence(state, words)
  if (state.state !== 'sending') {
    return h('p', { class: 'me-upload-failed', role: 'alert' }, label)
  }
  const percent = Math.round(state.share * 100)
  const bar = h('progress', { max: 100, value: percent, 'aria-label': label })
  const stop = h('button', { type: 'button' }, words.media.stop)
  stop.addEventListener('click', () => stopUpload(editor, node.attrs.id))
  return h('p', { class: 'me-upload' }, bar, h('span', {}, label), stop)
}

function captionOf(node: Node, { media }: EditorWords): HTMLElement[] {
  const text = String(node.attrs.caption ?? '')
  const warning = warningOf(node, media)
  const passedOver = node.attrs.asset && node.attrs.decorative
  return [
    ...(text ? [h('figcaption', {}, text)] : []),
    ...(passedOver ? [h('p', { class: 'me-hint' }, media.decorative)] : []),
    ...(warning ? [h('p', { class: 'me-media-warning' }, warning)] : []),
  ]
}

function warningOf({ type, attrs }: Node, media: EditorWords['media']): string {
  if (!attrs.asset) return ''
  if (type.name === 'image') return attrs.alt || attrs.decorative ? '' : media.missingAlt
  if (type.name === 'video' && !attrs.captions) return media.missingCaptions
  if (type.name === 'audio' && !attrs.transcript) return media.missingTranscript
  return ''
}

import type { Editor, NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { setAttributes } from '../commands/set-attributes.ts'
import type { InBoth } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { upload, uploadOf, uploadSentence, watchUploads } from '../uploads.ts'
import { h, redrawn } from './dom.ts'
import { frameView } from './frame-view.ts'
import type { PieceFront } from './piece-view.ts'

type Options = {
  /** The part can do without: then only a button asks for a picture. */
  optional?: boolean
  /** What else stands on the picture. */
  over?: HTMLElement
}

/** The picture of a part of an element: the file, and the text for those who do not see it. */
export function pictureFront(options: Options = {}) {
  return ({ node, editor }: NodeViewRendererProps): PieceFront => {
    const element = h('div', { class: 'me-picture', contenteditable: 'false' })
    let current = node
    let drawn = ''
    const draw = () => {
      const state = uploadOf(editor, current.attrs.id)
      const next = JSON.stringify([current.attrs.id, current.attrs.asset, state])
      if (next === drawn) return
      drawn = next
      const shown = parts(current, editor, options, () => current.attrs.id)
      redrawn(
        element,
        () => element.replaceChildren(...shown),
        () => editor.view.focus(),
      )
    }
    return {
      element,
      follow(next) {
        current = next
        draw()
        const picture = element.querySelector('img')
        if (picture) picture.alt = next.attrs.alt
        const alt = element.querySelector<HTMLInputElement>('input[type=text]')
        if (alt && alt.ownerDocument.activeElement !== alt) alt.value = next.attrs.alt
      },
      destroy: watchUploads(editor, draw),
    }
  }
}

function parts(node: Node, editor: Editor, options: Options, id: () => string): HTMLElement[] {
  const { words, assetUrl } = hostOf(editor)
  const { asset, alt } = node.attrs
  const state = uploadOf(editor, id())
  const said = state
    ? [
        h(
          'p',
          {
            class: state.state === 'sending' ? 'me-upload' : 'me-upload-failed',
            role: 'status',
          },
          uploadSentence(state, words),
        ),
      ]
    : []
  if (!asset) return [fileButton(editor, id, false), ...said]
  return [
    h(
      'div',
      { class: 'me-picture-stage' },
      h('img', { src: assetUrl(asset), alt, draggable: 'false' }),
      ...(options.over ? [options.over] : []),
    ),
    altField(editor, id, alt),
    h(
      'div',
      { class: 'me-picture-actions' },
      fileButton(editor, id, true),
      ...(options.optional ? [removeButton(editor, id)] : []),
    ),
    ...said,
  ]
}

function fileButton(editor: Editor, id: () => string, replaces: boolean): HTMLElement {
  const { words } = hostOf(editor)
  const input = h('input', { type: 'file', class: 'me-hidden-file', accept: 'image/*' })
  input.disabled = !editor.isEditable
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file) void upload(editor, id(), file)
    input.value = ''
  })
  const label = replaces ? words.media.replace : addPicture[words.language]
  return h('label', { class: 'me-choose-file' }, label, input)
}

const addPicture = { fr: 'Choisir une image', en: 'Choose an image' }

function removeButton(editor: Editor, id: () => string): HTMLElement {
  const { settings } = hostOf(editor).words
  const button = h('button', { type: 'button', class: 'me-text-button' }, settings.removeFile)
  button.disabled = !editor.isEditable
  button.addEventListener('click', () => {
    run(editor, setAttributes(id(), { asset: null, alt: '' }))
  })
  return button
}

function altField(editor: Editor, id: () => string, alt: string): HTMLElement {
  const { settings } = hostOf(editor).words
  const input = h('input', { type: 'text', maxlength: 2000, placeholder: settings.altHint })
  input.value = alt
  input.disabled = !editor.isEditable
  input.addEventListener('change', () => {
    run(editor, setAttributes(id(), { alt: input.value }))
  })
  return h('label', { class: 'me-picture-alt' }, settings.alt, input)
}

/** A part of an element with a picture before its words, and a label before both. */
export function pictureView(label: InBoth<string>, options: Options = {}): NodeViewRenderer {
  const makeFront = pictureFront(options)
  return (props) => {
    const front = makeFront(props)
    const { language } = hostOf(props.editor).words
    const contentDOM = h('div')
    const said = h('p', { class: 'me-part-label', contenteditable: 'false' }, label[language])
    const dom = h('div', { class: 'me-part' }, said, front.element, contentDOM)
    return frameView(props.node, {
      dom,
      contentDOM,
      follow: (next) => front.follow(next, dom),
      destroy: () => front.destroy?.(),
    })
  }
}

import type { NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { setAttributes } from '../commands/set-attributes.ts'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import { readTime, writeTime } from '../read-time.ts'
import { run } from '../run.ts'
import { h } from './dom.ts'
import { frameView } from './frame-view.ts'
import type { PieceFront } from './piece-view.ts'

const words = {
  fr: {
    at: 'À',
    notATime: 'Écrivez un moment du film, par exemple 1:25.',
    choose: 'Choisissez le film dans les réglages.',
  },
  en: {
    at: 'At',
    notATime: 'Enter a time in the video, for example 1:25.',
    choose: 'Choose a video in the settings.',
  },
}

/** The film, then its stops. */
export const interactiveVideoView: NodeViewRenderer = ({ node, editor }) => {
  const all = hostOf(editor).words
  const label = elementLabel(node.type.name, all)
  const film = h('div', { class: 'me-interactive-film', contenteditable: 'false' })
  const contentDOM = h('div', { class: 'me-question-body' })
  const head = h('div', { class: 'me-question-head', contenteditable: 'false' }, label)
  const dom = h('section', { class: 'me-question', role: 'group' }, head, film, contentDOM)
  dom.setAttribute('aria-label', label)
  let shown: unknown
  const follow = ({ attrs }: Node) => {
    if (attrs.asset === shown && film.hasChildNodes()) return
    shown = attrs.asset
    film.replaceChildren(
      attrs.asset
        ? h('video', {
            src: hostOf(editor).assetUrl(attrs.asset),
            controls: true,
            preload: 'metadata',
          })
        : h('p', { class: 'me-hint' }, words[all.language].choose),
    )
  }
  return frameView(node, { dom, contentDOM, follow })
}

/** When the film stops, before what it asks. */
export function stopTime({ node, editor }: NodeViewRendererProps): PieceFront {
  const said = words[hostOf(editor).words.language]
  let current = node
  const input = h('input', { type: 'text', inputmode: 'numeric', class: 'me-stop-time' })
  input.disabled = !editor.isEditable
  input.addEventListener('change', () => {
    const at = readTime(input.value)
    const accepted = at !== null && run(editor, setAttributes(current.attrs.id, { at }))
    input.setCustomValidity(accepted ? '' : said.notATime)
    input.setAttribute('aria-invalid', String(!accepted))
    if (!accepted) input.reportValidity()
  })
  return {
    element: h('label', { class: 'me-stop-at', contenteditable: 'false' }, said.at, input),
    follow(next) {
      current = next
      if (input.ownerDocument.activeElement !== input) input.value = writeTime(next.attrs.at)
    },
  }
}

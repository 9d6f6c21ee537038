import type { NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { elementLabel } from '../element-label.ts'
import { hostOf } from '../host.ts'
import type { EditorWords } from '../words/fr.ts'
import { h } from './dom.ts'
import { frameView } from './frame-view.ts'

/** What a kind of question shows beside its words, and how it follows the node. */
export type QuestionControls = {
  element: HTMLElement
  follow: (node: Node) => void
  /** In its first line, or right under what is asked. */
  place?: 'head' | 'under-prompt'
}

type MakeControls = (props: Parameters<NodeViewRenderer>[0]) => QuestionControls

/** A frame around a question: what it is, what it is worth, and the controls of its kind. */
export function questionView(makeControls?: MakeControls): NodeViewRenderer {
  return (props) => {
    const { words } = hostOf(props.editor)
    const name = props.node.type.name
    const label = elementLabel(name, words)
    const controls = makeControls?.(props)
    const worth = h('span', { class: 'me-question-worth' })
    const head = h('div', { class: 'me-question-head', contenteditable: 'false' })
    head.append(h('span', { class: 'me-question-kind' }, label), worth)
    const contentDOM = h('div', { class: 'me-question-body' })
    const dom = h('section', { class: 'me-question', role: 'group' }, head, contentDOM)
    if (controls) placeControls(controls, dom, head)
    dom.setAttribute('aria-label', label)
    const follow = (node: Node) => {
      worth.textContent = worthOf(node, words)
      controls?.follow(node)
    }
    return frameView(props.node, { dom, contentDOM, follow })
  }
}

/** A view has one place for its words: what stands among them is put there by the style sheet. */
function placeControls(
  { element, place }: QuestionControls,
  dom: HTMLElement,
  head: HTMLElement,
): void {
  if (place === 'under-prompt') {
    element.contentEditable = 'false'
    dom.classList.add('has-controls-under-prompt')
    dom.append(element)
  } else head.append(element)
}

function worthOf(node: Node, words: EditorWords): string {
  const { points } = node.attrs
  return points === undefined ? '' : words.question.points(Number(points))
}

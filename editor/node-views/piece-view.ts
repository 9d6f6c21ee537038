import type { Editor, NodeViewRenderer, NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Direction } from '../commands/move-part.ts'
import { movePiece, placeOf, removePiece } from '../commands/pieces.ts'
import type { EditorLanguage } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h, iconButton } from './dom.ts'
import { frameView } from './frame-view.ts'
import { whenNear } from './when-near.ts'

/** What a piece shows before its words, and how it follows the node. */
export type PieceFront = {
  element: HTMLElement
  follow: (node: Node, dom: HTMLElement) => void
  destroy?: () => void
}

/** What a piece is called. */
export type PieceName = (language: EditorLanguage) => string

/** One of several equal parts of an element, with the buttons that move and remove it. */
export function pieceView(
  nameIn: PieceName,
  makeFront?: (props: NodeViewRendererProps) => PieceFront,
): NodeViewRenderer {
  return (props) => {
    const { node, editor } = props
    const name = nameIn(hostOf(editor).words.language)
    const front = makeFront?.(props)
    const contentDOM = h('div', { class: 'me-piece-words', id: newWordsId() })
    const buttons = h('div', { class: 'me-piece-buttons', contenteditable: 'false' })
    const dom = h('div', { class: 'me-piece', 'data-piece': node.type.name })
    if (front) {
      dom.append(front.element)
      for (const control of front.element.querySelectorAll('input, button')) {
        control.setAttribute('aria-describedby', contentDOM.id)
      }
    }
    dom.append(contentDOM, buttons)
    const forget = whenNear(dom, () => {
      fillButtons(buttons, props, name)
      for (const button of buttons.children) {
        button.setAttribute('aria-describedby', contentDOM.id)
      }
    })
    return frameView(node, {
      dom,
      contentDOM,
      follow: (next) => front?.follow(next, dom),
      destroy() {
        forget()
        front?.destroy?.()
      },
    })
  }
}

let count = 0

/** Names the words of a piece, which tell its controls from those of others. */
function newWordsId(): string {
  count += 1
  return `me-piece-${count}`
}

function fillButtons(
  buttons: HTMLElement,
  { editor, getPos }: NodeViewRendererProps,
  name: string,
): void {
  const { words } = hostOf(editor)
  const at = (act: (editor: Editor, position: number, name: string) => void) => () => {
    const position = getPos()
    if (position !== undefined) act(editor, position, name)
  }
  buttons.append(
    iconButton('up', words.piece.up(name), at(moveBy(-1))),
    iconButton('down', words.piece.down(name), at(moveBy(1))),
    iconButton('close', words.piece.remove(name), at(remove)),
  )
}

function moveBy(direction: Direction) {
  return (editor: Editor, position: number, name: string) => {
    const { announce, words } = hostOf(editor)
    const { place, count } = placeOf(editor.state.doc.resolve(position))
    const moved = run(editor, movePiece(position, direction))
    editor.view.focus()
    announce(moved ? words.said.moved(name, place + direction, count) : words.said.cannotMove)
  }
}

function remove(editor: Editor, position: number, name: string): void {
  const { announce, words } = hostOf(editor)
  const removed = run(editor, removePiece(position))
  editor.view.focus()
  announce(removed ? words.said.removed(name) : words.piece.fewest)
}

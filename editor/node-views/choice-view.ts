import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { choicesOf, markRight, moveChoice, removeChoice } from '../commands/choices.ts'
import type { Direction } from '../commands/move-part.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h, iconButton, isControl } from './dom.ts'

/** A choice with its "right answer" box in front and its own buttons behind. */
export const choiceView: NodeViewRenderer = ({ node, editor, getPos }) => {
  const { words } = hostOf(editor)
  const single = questionAround(editor, getPos())?.type.name === 'singleChoice'
  const box = h('input', { type: single ? 'radio' : 'checkbox', disabled: !editor.isEditable })
  box.setAttribute('aria-label', words.question.rightAnswer)
  box.title = words.question.rightAnswer
  const at = (act: (position: number) => void) => () => {
    const position = getPos()
    if (position !== undefined) act(position)
  }
  box.addEventListener(
    'change',
    at((position) => run(editor, markRight(position, box.checked))),
  )
  const contentDOM = h('div', { class: 'me-choice-words' })
  const buttons = h('div', { class: 'me-choice-buttons', contenteditable: 'false' })
  buttons.append(
    iconButton(
      'up',
      words.question.moveChoiceUp,
      at((position) => move(editor, position, -1)),
    ),
    iconButton(
      'down',
      words.question.moveChoiceDown,
      at((position) => move(editor, position, 1)),
    ),
    iconButton(
      'close',
      words.question.removeChoice,
      at((position) => remove(editor, position)),
    ),
  )
  const mark = h('label', { class: 'me-choice-mark', contenteditable: 'false' }, box)
  const dom = h('div', { class: 'me-choice' }, mark, contentDOM, buttons)
  const follow = (next: Node) => {
    box.checked = next.attrs.correct === true
    dom.classList.toggle('is-right', box.checked)
  }
  follow(node)
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type.name !== 'choice') return false
      follow(next)
      return true
    },
    stopEvent: isControl,
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}

function questionAround(editor: Editor, position: number | undefined): Node | null {
  return position === undefined ? null : editor.state.doc.resolve(position).parent
}

function move(editor: Editor, position: number, direction: Direction): void {
  const { announce, words } = hostOf(editor)
  const $position = editor.state.doc.resolve(position)
  const count = choicesOf($position.parent)
  const moved = run(editor, moveChoice(position, direction))
  editor.view.focus()
  // The prompt stands first in a question, so a choice's index is its place counted from 1.
  const place = $position.index() + direction
  announce(moved ? words.said.choiceMoved(place, count) : words.said.cannotMove)
}

function remove(editor: Editor, position: number): void {
  const { announce, words } = hostOf(editor)
  const removed = run(editor, removeChoice(position))
  editor.view.focus()
  announce(removed ? words.said.choiceRemoved : words.question.fewestChoices)
}

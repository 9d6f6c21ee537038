import type { NodeViewRendererProps } from '@tiptap/core'
import { hasOneRightChoice, markRight } from '../commands/choices.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h } from './dom.ts'
import { type PieceFront, pieceView } from './piece-view.ts'

/** A choice with its "right answer" box in front. */
export const choiceView = pieceView(
  (language) => ({ fr: 'Choix', en: 'Option' })[language],
  rightBox,
)

/** The box that says whether a piece is a right answer. */
export function rightBox({ editor, getPos }: NodeViewRendererProps): PieceFront {
  const { words } = hostOf(editor)
  const box = h('input', {
    type: isSingle({ editor, getPos }) ? 'radio' : 'checkbox',
    disabled: !editor.isEditable,
  })
  box.setAttribute('aria-label', words.question.rightAnswer)
  box.title = words.question.rightAnswer
  box.addEventListener('change', () => {
    const position = getPos()
    if (position !== undefined) run(editor, markRight(position, box.checked))
  })
  return {
    element: h('label', { class: 'me-choice-mark', contenteditable: 'false' }, box),
    follow(node, dom) {
      box.type = isSingle({ editor, getPos }) ? 'radio' : 'checkbox'
      box.checked = node.attrs.correct === true
      dom.classList.toggle('is-right', box.checked)
    },
  }
}

function isSingle({
  editor,
  getPos,
}: Pick<NodeViewRendererProps, 'editor' | 'getPos'>): boolean {
  const position = getPos()
  if (position === undefined) return false
  return hasOneRightChoice(editor.state.doc.resolve(position).parent)
}

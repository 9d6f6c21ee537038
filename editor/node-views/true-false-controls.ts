import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { setAttributes } from '../commands/set-attributes.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h } from './dom.ts'
import type { QuestionControls } from './question-view.ts'

/** Which of the two answers is right: two radio buttons. */
export function trueFalseControls({ node, editor }: NodeViewRendererProps): QuestionControls {
  const { words } = hostOf(editor)
  let current = node
  const group = `answer-${node.attrs.id}-${Math.random().toString(36).slice(2)}`
  const radios = [true, false].map((answer) => {
    const radio = h('input', { type: 'radio', name: group, disabled: !editor.isEditable })
    radio.addEventListener('change', () => {
      run(editor, setAttributes(current.attrs.id, { answer }))
    })
    return { answer, radio }
  })
  const labels = radios.map(({ answer, radio }) =>
    h('label', {}, radio, answer ? words.question.isTrue : words.question.isFalse),
  )
  const element = h('div', { class: 'me-question-controls', role: 'radiogroup' })
  element.setAttribute('aria-label', words.question.expected)
  element.append(h('span', {}, words.question.expected), ...labels)
  return {
    element,
    follow(next: Node) {
      current = next
      for (const { answer, radio } of radios) radio.checked = next.attrs.answer === answer
    },
  }
}

import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { acceptedIn } from '#content-schema/nodes/shared/typed-answer.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import type { EditorLanguage } from '../element-editor.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h } from './dom.ts'
import type { QuestionControls } from './question-view.ts'

type Words = { label: string; hint: string; refusal: string }

/** Under what is asked, what will be accepted: one answer a line. */
export function acceptedControls(
  { node, editor }: NodeViewRendererProps,
  wordsIn: (language: EditorLanguage) => Words,
): QuestionControls {
  const { label, hint, refusal } = wordsIn(hostOf(editor).words.language)
  let current = node
  const field = h('textarea', {
    class: 'me-accepted',
    rows: 1,
    title: hint,
    autocomplete: 'off',
  })
  field.disabled = !editor.isEditable
  field.addEventListener('input', () => fitHeight(field))
  field.addEventListener('change', () => {
    const accepted = acceptedIn(field.value.split('\n'))
    const kept = run(editor, setAttributes(current.attrs.id, { accepted }))
    field.setCustomValidity(kept ? '' : refusal)
    field.setAttribute('aria-invalid', String(!kept))
    if (!kept) field.reportValidity()
  })
  const element = h('div', { class: 'me-question-controls' })
  element.append(h('label', { class: 'me-accepted-label' }, label, field))
  return {
    element,
    place: 'under-prompt',
    follow(next: Node) {
      current = next
      if (field.ownerDocument.activeElement === field) return
      field.value = acceptedIn(next.attrs.accepted).join('\n')
      fitHeight(field)
    },
  }
}

function fitHeight(field: HTMLTextAreaElement): void {
  field.rows = Math.max(1, field.value.split('\n').length)
}

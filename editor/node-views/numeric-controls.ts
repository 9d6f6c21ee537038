import type { NodeViewRendererProps } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { unitsOf } from '#content-schema/nodes/numeric.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { hostOf } from '../host.ts'
import { readDecimal, writeDecimal } from '../read-decimal.ts'
import { run } from '../run.ts'
import { h } from './dom.ts'
import type { QuestionControls } from './question-view.ts'

type Field = { name: 'value' | 'tolerance' | 'unit'; label: string; input: HTMLInputElement }

/** The right number, how far an answer may be from it, and its unit: three fields. */
export function numericControls({ node, editor }: NodeViewRendererProps): QuestionControls {
  const { question } = hostOf(editor).words
  let current = node
  const fields: Field[] = [
    { name: 'value', label: question.value, input: input('me-number') },
    { name: 'tolerance', label: question.tolerance, input: input('me-number') },
    { name: 'unit', label: question.unit, input: input('me-unit') },
  ]
  for (const { name, input } of fields) {
    input.disabled = !editor.isEditable
    input.addEventListener('change', () => {
      const value = name === 'unit' ? input.value.slice(0, 40) : readDecimal(input.value)
      const accepted =
        value !== undefined && run(editor, setAttributes(current.attrs.id, { [name]: value }))
      input.setCustomValidity(accepted ? '' : question.notANumber)
      input.setAttribute('aria-invalid', String(!accepted))
      if (!accepted) input.reportValidity()
    })
  }
  const element = h('div', { class: 'me-question-controls' })
  const others = h('span', { class: 'me-other-units' })
  element.append(...fields.map(({ label, input }) => h('label', {}, label, input)), others)
  return {
    element,
    follow(next: Node) {
      current = next
      for (const field of fields) show(field, next.attrs[field.name])
      const names = unitsOf({ unit: '', otherUnits: next.attrs.otherUnits })
      const units = names.map(({ name }) => name).join(', ')
      others.textContent = units && question.alsoIn(units)
    },
  }
}

/** What is being typed is left alone. */
function show({ input }: Field, value: unknown): void {
  if (input.ownerDocument.activeElement === input) return
  input.value = typeof value === 'number' ? writeDecimal(value) : String(value ?? '')
}

function input(className: string): HTMLInputElement {
  const mode = className === 'me-number' ? 'decimal' : 'text'
  return h('input', { type: 'text', inputmode: mode, class: className, autocomplete: 'off' })
}

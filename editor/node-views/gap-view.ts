import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { gapWords } from '../commands/gaps.ts'
import { setAttributes } from '../commands/set-attributes.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h, isControl } from './dom.ts'

const words = {
  fr: {
    label: 'Trou : mots acceptés, séparés par |',
    placeholder: 'mot|autre',
    refused: 'Au plus 10 mots de 40 signes, séparés par |.',
  },
  en: {
    label: 'Gap: accepted words, separated by |',
    placeholder: 'word|other',
    refused: 'Maximum 10 words of 40 characters, separated by |.',
  },
}

/** A gap in the text: what is accepted is written in it. */
export const gapView: NodeViewRenderer = ({ node, editor, getPos }) => {
  let current = node
  const said = words[hostOf(editor).words.language]
  const field = h('input', { type: 'text', class: 'me-blank-words', autocomplete: 'off' })
  field.setAttribute('aria-label', said.label)
  field.placeholder = said.placeholder
  field.disabled = !editor.isEditable
  const list = h('span', { class: 'me-blank-choices' })
  const dom = h('span', { class: 'me-blank', contenteditable: 'false' }, field, list)
  const fitWidth = () => {
    field.size = Math.max(field.value.length, 4) + 1
  }
  const keep = () => {
    const kept = run(
      editor,
      setAttributes(current.attrs.id, { accepted: gapWords(field.value) }),
    )
    field.setCustomValidity(kept ? '' : said.refused)
    field.setAttribute('aria-invalid', String(!kept))
    if (!kept) field.reportValidity()
  }
  const show = () => {
    const { accepted, choices } = current.attrs
    if (field.ownerDocument.activeElement !== field) field.value = accepted.join('|')
    list.textContent = choices.length > 0 ? `▾ ${choices.length}` : ''
    fitWidth()
  }
  field.addEventListener('input', fitWidth)
  field.addEventListener('change', keep)
  field.addEventListener('focus', () => selectGap(editor, getPos()))
  field.addEventListener('keydown', (event) => {
    const leaves = leaving(event, field)
    if (!leaves) return
    event.preventDefault()
    keep()
    leaveGap(editor, getPos(), current, leaves)
  })
  show()
  return {
    dom,
    update(next) {
      if (next.type !== current.type) return false
      current = next
      show()
      return true
    },
    stopEvent: isControl,
    ignoreMutation: () => true,
  }
}

/** The settings follow what is being written. */
function selectGap(editor: Editor, position: number | undefined): void {
  if (position === undefined) return
  const { state } = editor
  if (state.selection instanceof NodeSelection && state.selection.from === position) return
  editor.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)))
}

type Leaving = 'before' | 'after' | 'remove'

/** Which way a key leads out of the field, `null` when it stays in. */
function leaving({ key }: KeyboardEvent, field: HTMLInputElement): Leaving | null {
  const caret = field.selectionStart === field.selectionEnd ? field.selectionStart : null
  if (key === 'Enter' || key === 'Escape') return 'after'
  if (key === 'ArrowRight' && caret === field.value.length) return 'after'
  if (key === 'ArrowLeft' && caret === 0) return 'before'
  return key === 'Backspace' && field.value === '' ? 'remove' : null
}

function leaveGap(editor: Editor, position: number | undefined, gap: Node, way: Leaving): void {
  if (position === undefined) return
  const change = editor.state.tr
  if (way === 'remove') change.delete(position, position + gap.nodeSize)
  const place = way === 'after' ? position + gap.nodeSize : position
  change.setSelection(Selection.near(change.doc.resolve(place), way === 'after' ? 1 : -1))
  editor.view.dispatch(change)
  editor.view.focus()
}

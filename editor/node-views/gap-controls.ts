import type { NodeViewRendererProps } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { makeGap } from '../commands/gaps.ts'
import { hostOf } from '../host.ts'
import { run } from '../run.ts'
import { h, textButton } from './dom.ts'
import type { QuestionControls } from './question-view.ts'

const words = {
  fr: {
    make: 'Faire un trou',
    how: 'Sélectionnez un mot du texte, ou tapez [[mot|autre]]. Ctrl+Alt+G',
    nowhere: 'Placez d’abord le curseur dans le texte à trous, ou sélectionnez-y un mot.',
  },
  en: {
    make: 'Make gap',
    how: 'Select a word, or type [[word|other]] (Ctrl+Alt+G)',
    nowhere: 'First, place the cursor in the text or select a word in it.',
  },
}

/** The button that makes a gap of what is selected, and how to do without it. */
export function gapControls({ editor }: NodeViewRendererProps): QuestionControls {
  const { words: page, announce } = hostOf(editor)
  const said = words[page.language]
  const button = textButton('plus', said.make, () => {
    if (!run(editor, makeGap)) {
      announce(said.nowhere)
      editor.view.focus()
    } else focusGap(editor)
  })
  // The press must not take the selection away that it is about.
  button.addEventListener('mousedown', (event) => event.preventDefault())
  button.disabled = !editor.isEditable
  const element = h('div', { class: 'me-question-controls' })
  element.append(button, h('span', { class: 'me-control-help' }, said.how))
  return { element, follow: () => undefined }
}

/** Puts the focus in the field of the selected gap; `false` when none is selected. */
export function focusGap({ view, state }: NodeViewRendererProps['editor']): boolean {
  const { selection } = state
  if (!(selection instanceof NodeSelection)) return false
  const dom = view.nodeDOM(selection.from)
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('input') : null
  field?.focus()
  return field !== null
}

import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { currentPart } from '../commands/current-part.ts'
import { hostOf } from '../host.ts'

/** Marks the element being worked on, and says what to do in an empty paragraph. */
export const current = Extension.create({
  name: 'current',
  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin({ props: { decorations: (state) => marksOf(state, editor) } })]
  },
})

function marksOf(state: EditorState, editor: Editor): DecorationSet | null {
  const part = currentPart(state)
  if (!part || part.kind === 'section' || !editor.isEditable) return null
  const { position, node } = part
  const marks = [Decoration.node(position, position + node.nodeSize, { class: 'is-current' })]
  if (node.type.name === 'paragraph' && node.content.size === 0) {
    const placeholder = hostOf(editor).words.placeholder.paragraph
    const invitation = { class: 'is-empty', 'data-placeholder': placeholder }
    marks.push(Decoration.node(position, position + node.nodeSize, invitation))
  }
  return DecorationSet.create(state.doc, marks)
}

import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, type DecorationAttrs, DecorationSet } from '@tiptap/pm/view'
import { currentPart } from '../commands/current-part.ts'
import { holdsElements, nestedPart } from '../commands/nested-part.ts'
import { hostOf } from '../host.ts'

/** Marks the element being worked on and its section, and says what to do in an empty paragraph. */
export const current = Extension.create({
  name: 'current',
  addProseMirrorPlugins() {
    const { editor } = this
    return [new Plugin({ props: { decorations: (state) => marksOf(state, editor) } })]
  },
})

function marksOf({ doc, selection }: EditorState, editor: Editor): DecorationSet | null {
  const part = currentPart({ doc, selection })
  if (!part || !editor.isEditable) return null
  const $start = doc.resolve(part.position)
  const section = part.kind === 'section' ? part.position : $start.before(1)
  const marks = [mark(doc, section, { class: 'has-current' })]
  if (part.kind === 'element') marks.push(mark(doc, part.position, { class: 'is-current' }))
  const line = emptyLine(nestedIn(part.node, selection) ?? part)
  if (line !== null) {
    const invitation = hostOf(editor).words.placeholder.paragraph
    marks.push(mark(doc, line, { class: 'is-empty', 'data-placeholder': invitation }))
  }
  return DecorationSet.create(doc, marks)
}

function mark(doc: Node, position: number, attributes: DecorationAttrs): Decoration {
  return Decoration.node(position, position + doc.nodeAt(position)!.nodeSize, attributes)
}

/** The element under the caret in an element that elements stand in; columns say what theirs are for. */
function nestedIn(node: Node, selection: EditorState['selection']) {
  return holdsElements(node) ? nestedPart({ selection }) : null
}

/** Where it starts, when it is an empty paragraph. */
function emptyLine({ node, position }: { node: Node; position: number }): number | null {
  return node.type.name === 'paragraph' && node.content.size === 0 ? position : null
}

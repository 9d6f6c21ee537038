import { type Command, Selection } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import { partAt } from './current-part.ts'

/** From a section's title to its first words; makes a paragraph when it starts with something else. */
export const goToFirstElement: Command = (state, dispatch) => {
  const { $from } = state.selection
  const start = $from.after()
  const first = state.doc.resolve(start).nodeAfter
  const change = state.tr
  if (!first?.isTextblock) change.insert(start, state.schema.node('paragraph', { id: newId() }))
  dispatch?.(
    change.setSelection(Selection.near(change.doc.resolve(start + 1))).scrollIntoView(),
  )
  return true
}

/** Gives the elements of a section whose title is empty to the section before it. */
export const mergeWithPreviousSection: Command = (state, dispatch) => {
  const { $from } = state.selection
  const section = partAt(state.doc, $from.before(1))
  if (!section || section.index === 0 || $from.parent.content.size > 0) return false
  const { position, node } = section
  const elements = node.content.cut(node.child(0).nodeSize)
  const change = state.tr
    .delete(position, position + node.nodeSize)
    .insert(position - 1, elements)
  dispatch?.(change.setSelection(Selection.near(change.doc.resolve(position))).scrollIntoView())
  return true
}

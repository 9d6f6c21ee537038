import type { Node, Schema } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import { selectInside } from './select-part.ts'

/** A section with a title to write and one empty paragraph. */
export function emptySection(schema: Schema): Node {
  return schema.node('section', { id: newId() }, [
    schema.node('sectionTitle'),
    schema.node('paragraph', { id: newId() }),
  ])
}

/** Adds a section after the one that is being written, or at the end, and goes to its title. */
export const addSection: Command = (state, dispatch) => {
  const { $from } = state.selection
  const position = $from.depth >= 1 ? $from.after(1) : state.doc.content.size
  const change = state.tr.insert(position, emptySection(state.schema))
  dispatch?.(selectInside(change, position).scrollIntoView())
  return true
}

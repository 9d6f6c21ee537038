import type { ResolvedPos } from '@tiptap/pm/model'
import { type Command, Selection } from '@tiptap/pm/state'
import { withIds } from '#content-schema/identity.ts'
import { accordionItem } from '../insert/catalogue.ts'

/** Adds an empty panel after the one under the caret, and goes to its title. */
export const addItem: Command = (state, dispatch) => {
  const depth = itemDepth(state.selection.$from)
  if (depth === null) return false
  const position = state.selection.$from.after(depth)
  const change = state.tr.insert(position, state.schema.nodeFromJSON(withIds(accordionItem())))
  dispatch?.(
    change.setSelection(Selection.near(change.doc.resolve(position + 1))).scrollIntoView(),
  )
  return true
}

/** Removes the panel under the caret; an accordion keeps at least one. */
export const removeItem: Command = (state, dispatch) => {
  const { $from } = state.selection
  const depth = itemDepth($from)
  if (depth === null || $from.node(depth - 1).childCount === 1) return false
  const change = state.tr.delete($from.before(depth), $from.after(depth))
  const place = change.doc.resolve($from.before(depth))
  dispatch?.(change.setSelection(Selection.near(place, -1)).scrollIntoView())
  return true
}

export const removeEmptyItem: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const depth = itemDepth($from)
  const empty = depth !== null && $from.node(depth).textContent === ''
  return empty && removeItem(state, dispatch, view)
}

/** Enter in an empty last paragraph of a panel starts the next panel. */
export const addItemFromEmptyEnd: Command = (state, dispatch) => {
  const { $from } = state.selection
  const item = $from.node(-1)
  const last = $from.index(-1) === item.childCount - 1 && item.childCount > 2
  if (item.type.name !== 'accordionItem' || $from.parent.content.size > 0 || !last) return false
  const change = state.tr.delete($from.before(), $from.after())
  const position = change.mapping.map($from.after(-1))
  change.insert(position, state.schema.nodeFromJSON(withIds(accordionItem())))
  dispatch?.(
    change.setSelection(Selection.near(change.doc.resolve(position + 1))).scrollIntoView(),
  )
  return true
}

function itemDepth($from: ResolvedPos): number | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name === 'accordionItem') return depth
  }
  return null
}

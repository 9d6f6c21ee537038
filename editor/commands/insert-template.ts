import { closeHistory } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { type NodeJson, withIds, withNewIds } from '#content-schema/identity.ts'
import { insertElement } from './insert-element.ts'
import { selectInside } from './select-part.ts'

/**
 * Inserts a copy of a template under new ids, links inside it following: an element as a new one
 * would be, a section after the one that is being written; never locked. One undo takes all of it out.
 */
export function insertTemplate(template: NodeJson, at?: number): Command {
  const [copied] = withNewIds([template])
  if (!copied) return () => false
  const copy = copied.attrs?.locked ? unlocked(copied) : copied
  const insert = copy.type === 'section' ? insertSection(copy) : insertElement(copy, at)
  return (state, dispatch, view) =>
    insert(state, dispatch && ((change) => dispatch(closeHistory(change))), view)
}

function unlocked(node: NodeJson): NodeJson {
  return { ...node, attrs: { ...node.attrs, locked: false } }
}

function insertSection(section: NodeJson): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const position = $from.depth >= 1 ? $from.after(1) : state.doc.content.size
    const change = state.tr.insert(position, state.schema.nodeFromJSON(withIds(section)))
    dispatch?.(selectInside(change, position).scrollIntoView())
    return true
  }
}

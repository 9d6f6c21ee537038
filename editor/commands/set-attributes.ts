import type { Attrs, NodeType } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { positionOfId } from './current-part.ts'

/**
 * Sets attributes of the node that carries an id.
 *
 * Does nothing, and says so with `false`, when the node is gone or a value is not allowed.
 */
export function setAttributes(id: string, values: Attrs): Command {
  return (state, dispatch) => {
    const position = positionOfId(state.doc, id)
    const node = position === null ? null : state.doc.nodeAt(position)
    if (position === null || !node || !allows(node.type, values)) return false
    const change = state.tr
    for (const [name, value] of Object.entries(values)) {
      if (node.attrs[name] !== value) change.setNodeAttribute(position, name, value)
    }
    if (change.docChanged) dispatch?.(change)
    return true
  }
}

function allows(type: NodeType, values: Attrs): boolean {
  return Object.entries(values).every(([name, value]) => {
    const validate = type.spec.attrs?.[name]?.validate
    if (typeof validate !== 'function') return false
    try {
      validate(value)
      return true
    } catch {
      return false
    }
  })
}

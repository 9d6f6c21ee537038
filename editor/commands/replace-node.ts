import { closeHistory } from '@tiptap/pm/history'
import type { Command } from '@tiptap/pm/state'
import { type NodeJson, withNewIds } from '#content-schema/identity.ts'
import { positionOfId } from './current-part.ts'

/** Puts copies of other nodes, under ids of their own, in place of the node that carries an id: one step to undo. */
export function replaceNode(id: string, nodes: NodeJson[]): Command {
  return (state, dispatch) => {
    const position = positionOfId(state.doc, id)
    const node = position === null ? null : state.doc.nodeAt(position)
    if (position === null || !node || nodes.length === 0) return false
    const copies = withNewIds(nodes).map((each) => state.schema.nodeFromJSON(each))
    const change = state.tr.replaceWith(position, position + node.nodeSize, copies)
    dispatch?.(closeHistory(change))
    return true
  }
}

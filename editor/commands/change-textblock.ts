import type { Attrs } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import type { NodeName } from '#content-schema/schema.ts'

/** Makes a heading of a paragraph or the reverse: same words, same id. */
export function changeTextblock(name: NodeName, attrs: Attrs = {}): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const type = state.schema.nodes[name]
    if (!type || $from.depth < 2 || !$from.parent.isTextblock) return false
    const index = $from.index(-1)
    if (!$from.node(-1).canReplaceWith(index, index + 1, type)) return false
    const change = state.tr.setBlockType($from.pos, $from.pos, type, {
      ...attrs,
      id: $from.parent.attrs.id ?? '',
    })
    dispatch?.(change.scrollIntoView())
    return true
  }
}

import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { currentPart, positionOfId } from './current-part.ts'
import { selectInside } from './select-part.ts'

/** Puts a part back: a section at the end, an element at the end of what it stood in, or of the current section. */
export function restoreFromBin(node: Node, sectionId: string | null): Command {
  return (state, dispatch) => {
    const position =
      node.type.name === 'section'
        ? state.doc.content.size
        : (endOfHolder(state.doc, sectionId) ?? afterCurrent(state))
    if (position === null) return false
    const change = state.tr.insert(position, node)
    dispatch?.(selectInside(change, position).scrollIntoView())
    return true
  }
}

function endOfHolder(doc: Node, sectionId: string | null): number | null {
  const position = sectionId === null ? null : positionOfId(doc, sectionId)
  const section = position === null ? null : doc.nodeAt(position)
  return position === null || !section ? null : position + section.nodeSize - 1
}

function afterCurrent(state: Parameters<Command>[0]): number | null {
  const part = currentPart(state)
  if (!part) return state.doc.child(0).nodeSize - 1
  const end = part.position + part.node.nodeSize
  return part.kind === 'section' ? end - 1 : end
}

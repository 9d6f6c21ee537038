import type { Node } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { currentPart } from './current-part.ts'
import { selectInside } from './select-part.ts'

/**
 * Inserts a new element after the current one, in place of it when it is an empty paragraph, or at
 * the caret when the text around it may hold such an element (a list in a callout).
 *
 * @param at position to insert at instead, between two elements of a section
 */
export function insertElement(json: NodeJson, at?: number): Command {
  return (state, dispatch) => {
    const element = state.schema.nodeFromJSON(withIds(json))
    const range = at === undefined ? rangeFor(state, element) : { from: at, to: at }
    if (!range) return false
    const change = state.tr.replaceWith(range.from, range.to, element)
    dispatch?.(selectInside(change, range.from).scrollIntoView())
    return true
  }
}

function rangeFor(state: EditorState, element: Node): { from: number; to: number } | null {
  const nested = emptyParagraphThatCanBe(state, element)
  if (nested) return nested
  const part = currentPart(state)
  if (!part) return null
  const end = part.position + part.node.nodeSize
  if (part.kind === 'element') return { from: end, to: end }
  const afterTitle = part.position + 1 + part.node.child(0).nodeSize
  return { from: afterTitle, to: afterTitle }
}

/** The empty paragraph under the caret, when the element may stand in its place. */
function emptyParagraphThatCanBe({ selection: { $from } }: EditorState, element: Node) {
  const empty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (!empty) return null
  const index = $from.index(-1)
  const fits = $from.node(-1).canReplaceWith(index, index + 1, element.type)
  return fits ? { from: $from.before(), to: $from.after() } : null
}

import type { Node, NodeType } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { type NodeJson, withIds } from '#content-schema/identity.ts'
import { currentPart } from './current-part.ts'
import { holderDepth } from './nested-part.ts'
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
  const held = placeInHolder(state, element.type)
  if (held !== null) return { from: held, to: held }
  const part = currentPart(state)
  if (!part) return null
  const end = part.position + part.node.nodeSize
  if (part.kind === 'element') return { from: end, to: end }
  const afterTitle = part.position + 1 + part.node.child(0).nodeSize
  return { from: afterTitle, to: afterTitle }
}

/** After the element under the caret, or the title, of what elements stand in, where it may. */
function placeInHolder({ selection: { $from } }: EditorState, type: NodeType): number | null {
  const depth = holderDepth($from)
  if (depth === null || $from.depth === depth) return null
  const index = $from.index(depth) + 1
  return $from.node(depth).canReplaceWith(index, index, type) ? $from.after(depth + 1) : null
}

/** Whether an element of this type may be inserted where the caret is, or at a position. */
export function canInsert({ doc, selection }: EditorState, name: string, at?: number): boolean {
  const type = doc.type.schema.nodes[name]
  const $place = at === undefined ? selection.$from : doc.resolve(at)
  const depth = at === undefined ? holderDepth($place) : $place.depth
  if (!type || depth === null) return true
  const index = $place.index(depth)
  const after = at === undefined ? index + 1 : index
  return $place.node(depth).canReplaceWith(after, after, type)
}

/** The empty paragraph under the caret, when the element may stand in its place. */
function emptyParagraphThatCanBe({ selection: { $from } }: EditorState, element: Node) {
  const empty = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (!empty) return null
  const index = $from.index(-1)
  const fits = $from.node(-1).canReplaceWith(index, index + 1, element.type)
  return fits ? { from: $from.before(), to: $from.after() } : null
}

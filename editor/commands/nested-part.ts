import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type Command, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { type NodeJson, withNewIds } from '#content-schema/identity.ts'
import { isReference } from '#content-schema/reuse/reference.ts'
import { isElement } from '#content-schema/schema.ts'
import type { Direction } from './move-part.ts'
import { selectInside } from './select-part.ts'

// An element in a holder (a column, an evaluation) is moved, copied and removed like one of the page,
// while the caret is in it. With the outer element selected as a whole (Escape), that is what is moved.

/** An element that stands in a holder, with where it stands. */
export type NestedPart = {
  node: Node
  position: number
  /** Just inside the holder, before the node. */
  $place: ResolvedPos
}

export function nestedPart({ selection }: { selection: Selection }): NestedPart | null {
  const { $from } = selection
  const depth = holderDepth($from)
  if (depth === null) return null
  const selected = selection instanceof NodeSelection && $from.depth === depth
  const node = selected ? selection.node : $from.node(depth + 1)
  const position = selected ? $from.pos : $from.depth > depth ? $from.before(depth + 1) : null
  return position === null || !node || !isWhole(node)
    ? null
    : { node, position, $place: $from.doc.resolve(position) }
}

/** Moves the element before or after its neighbour; at an edge, into the column beside, or out. */
export function moveNested(direction: Direction): Command {
  return (state, dispatch) => {
    const nested = nestedPart(state)
    const target = nested && destination(nested, direction)
    if (!nested || target === null) return false
    const { node, position } = nested
    const offset = state.selection.from - position
    const whole = state.selection instanceof NodeSelection
    const change = takeOut(state.tr, nested)
    const landing = change.mapping.map(target)
    change.insert(landing, node)
    select(change, landing, whole ? null : offset)
    dispatch?.(change.scrollIntoView())
    return true
  }
}

export const duplicateNested: Command = (state, dispatch) => {
  const nested = nestedPart(state)
  if (!nested) return false
  const [copy] = withNewIds([nested.node.toJSON() as NodeJson])
  const end = nested.position + nested.node.nodeSize
  const change = state.tr.insert(end, state.schema.nodeFromJSON(copy))
  dispatch?.(selectInside(change, end).scrollIntoView())
  return true
}

export const removeNested: Command = (state, dispatch) => {
  const nested = nestedPart(state)
  if (!nested) return false
  const change = takeOut(state.tr, nested)
  const near = Math.min(nested.position, change.doc.content.size)
  dispatch?.(change.setSelection(Selection.near(change.doc.resolve(near))).scrollIntoView())
  return true
}

/** Depth of the innermost node that elements stand in, other than a section. */
export function holderDepth($from: ResolvedPos): number | null {
  for (let depth = $from.depth; depth > 1; depth -= 1) {
    if (holdsElements($from.node(depth))) return depth
  }
  return null
}

export function holdsElements({ type }: Node): boolean {
  return type.spec.holdsElements === true
}

/** An element, or what stands for some. */
function isWhole({ type: { name } }: Node): boolean {
  return isElement(name) || isReference({ type: name })
}

function destination({ node, position, $place }: NestedPart, direction: Direction) {
  const beside =
    direction === 1 ? $place.doc.resolve(position + node.nodeSize).nodeAfter : $place.nodeBefore
  if (beside && isWhole(beside)) {
    return direction === 1
      ? position + node.nodeSize + beside.nodeSize
      : position - beside.nodeSize
  }
  if (isElement($place.parent.type.name)) {
    return direction === 1 ? $place.after() : $place.before()
  }
  const column = $place.index(-1) + direction
  if (column < 0 || column >= $place.node(-1).childCount) return null
  return direction === 1 ? $place.after() + 1 : $place.before() - 1
}

/** A holder keeps at least one element: the last one to leave makes room for an empty paragraph. */
function takeOut(change: Transaction, { node, position, $place }: NestedPart): Transaction {
  const end = position + node.nodeSize
  const index = $place.index()
  if ($place.parent.canReplace(index, index + 1)) return change.delete(position, end)
  return change.replaceWith(position, end, node.type.schema.node('paragraph'))
}

/** Selects the whole node, or puts the caret back where it was in it. */
function select(change: Transaction, position: number, offset: number | null): void {
  const selection =
    offset === null
      ? NodeSelection.create(change.doc, position)
      : Selection.near(change.doc.resolve(position + offset))
  change.setSelection(selection)
}

import type { Node, NodeType, ResolvedPos } from '@tiptap/pm/model'
import { type Command, Selection, type Transaction } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import type { Direction } from './move-part.ts'

// A piece is one of several equal parts an element is made of: a choice, a panel, a pair. How many
// there may be is what the schema says; nothing here knows which elements there are.

/** Adds an empty piece at a position between the pieces of an element, and goes to it. */
export function addPiece(position: number, typeName: string): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const type = state.schema.nodes[typeName]
    const piece = type && emptyPiece(type)
    const index = $position.index()
    if (!piece || !$position.parent.canReplaceWith(index, index, type)) return false
    const change = state.tr.insert(position, piece)
    change.setSelection(Selection.near(change.doc.resolve(position + 1)))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Adds an empty piece after the one that starts at a position. */
export function addPieceAfter(position: number): Command {
  return (state, dispatch, view) => {
    const piece = state.doc.nodeAt(position)
    if (!piece) return false
    return addPiece(position + piece.nodeSize, piece.type.name)(state, dispatch, view)
  }
}

/** As {@link addPieceAfter}, for the piece under the caret when it is the last one. */
export const addPieceAfterCurrent: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const depth = pieceDepth($from)
  if (depth === null) return false
  const after = $from.node(depth - 1).maybeChild($from.indexAfter(depth - 1))
  if (after?.type === $from.node(depth).type) return false
  return addPieceAfter($from.before(depth))(state, dispatch, view)
}

/** Removes the piece at a position, unless its element would have too few. */
export function removePiece(position: number): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const piece = $position.nodeAfter
    const index = $position.index()
    if (!piece || !$position.parent.canReplace(index, index + 1)) return false
    const change = state.tr.delete(position, position + piece.nodeSize)
    change.setSelection(Selection.near(change.doc.resolve(position), -1))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Swaps the piece at a position with the one before or after it. */
export function movePiece(position: number, direction: Direction): Command {
  return (state, dispatch) => {
    const $position = state.doc.resolve(position)
    const piece = $position.nodeAfter
    const other = $position.parent.maybeChild($position.index() + direction)
    if (!piece || other?.type !== piece.type) return false
    // Both at once: taken out alone, it would leave too few, and a new one would be filled in.
    const start = direction === 1 ? position : position - other.nodeSize
    const pair = direction === 1 ? [other, piece] : [piece, other]
    const change = state.tr.replaceWith(start, start + piece.nodeSize + other.nodeSize, pair)
    const landing = direction === 1 ? start + other.nodeSize : start
    change.setSelection(Selection.near(change.doc.resolve(landing + 1)))
    dispatch?.(change.scrollIntoView())
    return true
  }
}

/** Removes the piece under the caret when nothing is written in it. */
export const removeEmptyPiece: Command = (state, dispatch, view) => {
  const { $from } = state.selection
  const depth = pieceDepth($from)
  if (depth === null || !holdsNothing($from.node(depth))) return false
  return removePiece($from.before(depth))(state, dispatch, view)
}

/** Neither words nor a file. */
export function holdsNothing(node: Node): boolean {
  let holds = node.textContent !== '' || Boolean(node.attrs.asset)
  node.descendants((inner) => {
    holds ||= Boolean(inner.attrs.asset)
  })
  return !holds
}

/** Enter in an empty last paragraph of a piece starts the next piece, or goes to it when it is empty. */
export const addPieceFromEmptyEnd: Command = (state, dispatch) => {
  const { $from } = state.selection
  const depth = pieceDepth($from)
  const empty = $from.parent.content.size === 0
  if (depth === null || depth !== $from.depth - 1 || !empty) return false
  const piece = $from.node(depth)
  const place = $from.index(depth)
  const last = place === piece.childCount - 1 && piece.canReplace(place, place + 1)
  if (!last) return false
  const change = state.tr.delete($from.before(), $from.after())
  if (!goToNextPiece(change, change.mapping.map($from.after(depth)), piece.type)) return false
  dispatch?.(change.scrollIntoView())
  return true
}

/**
 * Goes to the piece that starts at a position when nothing is written in it, or else puts an empty
 * one there; `false` when the element can take no more.
 */
export function goToNextPiece(change: Transaction, position: number, type: NodeType): boolean {
  const $position = change.doc.resolve(position)
  const there = $position.nodeAfter
  if (there?.type !== type || !holdsNothing(there)) {
    const added = emptyPiece(type)
    const index = $position.index()
    if (!added || !$position.parent.canReplaceWith(index, index, type)) return false
    change.insert(position, added)
  }
  change.setSelection(Selection.near(change.doc.resolve(position + 1)))
  return true
}

/** Its place among the pieces of its element, from 1, and how many there are. */
export function placeOf($position: ResolvedPos): { place: number; count: number } {
  const type = $position.nodeAfter?.type
  const pieces = $position.parent.children.filter((node) => node.type === type)
  const before = $position.parent.children.slice(0, $position.index())
  return {
    place: before.filter((node) => node.type === type).length + 1,
    count: pieces.length,
  }
}

/** Depth of the innermost node that has equals beside it and an id of its own. */
function pieceDepth($from: ResolvedPos): number | null {
  for (let depth = $from.depth; depth > 2; depth -= 1) {
    if (isPiece($from.node(depth), $from.node(depth - 1))) return depth
  }
  return null
}

function isPiece(node: Node, parent: Node): boolean {
  return (
    node.type.spec.attrs?.id !== undefined &&
    !node.isTextblock &&
    parent.type.isInGroup('element')
  )
}

function emptyPiece(type: NodeType): Node | null {
  return type.createAndFill(type.spec.attrs?.id ? { id: newId() } : null)
}

import { type Node, Slice } from '@tiptap/pm/model'
import { type Command, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { currentPart, type Part, partAt, positionOfId } from './current-part.ts'
import { holdsElements } from './nested-part.ts'

export type Direction = -1 | 1

/**
 * Moves the current element, or section, one place up or down. An element that is first or last in
 * its section goes to the section before or after. Nodes keep their ids: it is the same element.
 */
export function movePart(direction: Direction): Command {
  return (state, dispatch) => {
    const part = currentPart(state)
    return part !== null && movePartAt(part.position, direction)(state, dispatch)
  }
}

export function movePartAt(position: number, direction: Direction): Command {
  return (state, dispatch) => {
    const part = partAt(state.doc, position)
    const target = part && destination(state.doc, part, direction)
    if (!part || target === null) return false
    dispatch?.(relocate(state.tr, part, target).scrollIntoView())
    return true
  }
}

/**
 * Takes the section or element of an id and puts it before or after another of its kind; an element
 * dropped on a section becomes its first.
 */
export function movePartBeside(
  id: string,
  targetId: string,
  side: 'before' | 'after',
): Command {
  return (state, dispatch) => {
    const from = positionOfId(state.doc, id)
    const to = positionOfId(state.doc, targetId)
    const part = from === null ? null : partAt(state.doc, from)
    const beside = to === null ? null : partAt(state.doc, to)
    if (!part || !beside || id === targetId) return false
    const target = besideOf(part, beside, side)
    if (target === null) return false
    dispatch?.(relocate(state.tr, part, target).scrollIntoView())
    return true
  }
}

function besideOf(part: Part, beside: Part, side: 'before' | 'after'): number | null {
  const { kind, node, position } = beside
  if (part.kind === 'element' && kind === 'section') {
    return position + 1 + node.child(0).nodeSize
  }
  if (part.kind !== kind) return null
  return side === 'before' ? position : position + node.nodeSize
}

/** The position, in the document as it is, where the part would be put. */
function destination(
  doc: Node,
  { kind, node, position, index, count }: Part,
  direction: Direction,
) {
  const $position = doc.resolve(position)
  const sibling = index + direction
  if (sibling >= 0 && sibling < count) {
    const after = doc.resolve(position + node.nodeSize).nodeAfter
    const before = $position.nodeBefore
    const start =
      direction === 1 ? position + node.nodeSize : position - (before?.nodeSize ?? 0)
    const inside = placeInside(direction === 1 ? after : before, start, node, direction)
    if (inside !== null) return inside
    return direction === 1
      ? position + node.nodeSize + (after?.nodeSize ?? 0)
      : position - (before?.nodeSize ?? 0)
  }
  return kind === 'section'
    ? null
    : intoNextSection(doc, $position.index(0) + direction, direction)
}

/** Where an element would stand in its neighbour, when that is an element which elements stand in. */
function placeInside(
  neighbour: Node | null,
  start: number,
  { type }: Node,
  direction: Direction,
): number | null {
  if (!neighbour || !holdsElements(neighbour)) return null
  const places = Array.from({ length: neighbour.childCount + 1 }, (_, index) => index)
  const fitting = places.filter((index) => neighbour.canReplaceWith(index, index, type))
  const index = fitting.at(direction === 1 ? 0 : -1)
  if (index === undefined) return null
  const before = neighbour.children.slice(0, index)
  return before.reduce((sum, child) => sum + child.nodeSize, start + 1)
}

function intoNextSection(doc: Node, sectionIndex: number, direction: Direction): number | null {
  const section = doc.maybeChild(sectionIndex)
  if (!section) return null
  let start = 0
  for (let index = 0; index < sectionIndex; index++) start += doc.child(index).nodeSize
  return direction === 1 ? start + 1 + section.child(0).nodeSize : start + section.nodeSize - 1
}

/** Takes the part out and puts it back elsewhere, with the caret where it was in it. */
function relocate(transaction: Transaction, part: Part, target: number): Transaction {
  const { from, to } = transaction.selection
  const selection = { from: from - part.position, to: to - part.position }
  const whole = transaction.selection instanceof NodeSelection
  takeOut(transaction, part)
  const landing = transaction.mapping.map(target)
  transaction.insert(landing, part.node)
  return restoreSelection(transaction, landing, selection, whole)
}

/** A section keeps at least one element: the last one to leave makes room for an empty paragraph. */
function takeOut(transaction: Transaction, { kind, node, position, count }: Part): void {
  const end = position + node.nodeSize
  const paragraph = node.type.schema.nodes.paragraph
  if (kind === 'element' && count === 1 && paragraph) {
    transaction.replaceWith(position, end, paragraph.create())
  } else transaction.replace(position, end, Slice.empty)
}

function restoreSelection(
  transaction: Transaction,
  landing: number,
  { from, to }: { from: number; to: number },
  whole: boolean,
): Transaction {
  const node = transaction.doc.nodeAt(landing)
  const inside = node !== null && from >= 0 && to <= node.nodeSize
  if (!inside) return transaction
  if (whole && from === 0) {
    return transaction.setSelection(NodeSelection.create(transaction.doc, landing))
  }
  const $from = transaction.doc.resolve(landing + from)
  const $to = transaction.doc.resolve(landing + to)
  return transaction.setSelection(Selection.near($from.parent.inlineContent ? $from : $to))
}

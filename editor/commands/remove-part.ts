import type { Command, Transaction } from '@tiptap/pm/state'
import { emptySection } from './add-section.ts'
import { currentPart, type Part } from './current-part.ts'
import { selectInside } from './select-part.ts'

/** Removes the current element or section; a section is never left without element, nor a document without section. */
export const removePart: Command = (state, dispatch) => {
  const part = currentPart(state)
  if (!part) return false
  dispatch?.(takeAway(state.tr, part).scrollIntoView())
  return true
}

function takeAway(change: Transaction, part: Part): Transaction {
  const { node, position, index, count } = part
  const end = position + node.nodeSize
  if (count === 1) {
    return selectInside(change.replaceWith(position, end, replacement(part)), position)
  }
  change.delete(position, end)
  return selectInside(change, index < count - 1 ? position : before(change, position))
}

function replacement({ kind, node }: Part) {
  const { schema } = node.type
  return kind === 'section' ? emptySection(schema) : schema.node('paragraph')
}

function before(change: Transaction, position: number): number {
  return position - (change.doc.resolve(position).nodeBefore?.nodeSize ?? 0)
}

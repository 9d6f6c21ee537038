import type { Node } from '@tiptap/pm/model'
import { type Command, NodeSelection, Selection, type Transaction } from '@tiptap/pm/state'
import { currentPart } from './current-part.ts'

/** Puts the caret in the first words of the node at a position, or selects it when it has none. */
export function selectInside(transaction: Transaction, position: number): Transaction {
  const node = transaction.doc.nodeAt(position)
  if (!node) return transaction
  const selection = hasWords(node)
    ? Selection.near(transaction.doc.resolve(position + 1))
    : NodeSelection.create(transaction.doc, position)
  return transaction.setSelection(selection)
}

/** Selects the whole element, from where Tab leaves the document and Delete removes it. */
export const selectPart: Command = (state, dispatch) => {
  const part = currentPart(state)
  const already =
    state.selection instanceof NodeSelection && state.selection.from === part?.position
  if (!part || part.kind === 'section' || already) return false
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, part.position)))
  return true
}

/** Goes to the node at a position, as a reader of the outline asks. */
export function goTo(position: number): Command {
  return (state, dispatch) => {
    if (!state.doc.nodeAt(position)) return false
    dispatch?.(selectInside(state.tr, position).scrollIntoView())
    return true
  }
}

function hasWords(node: Node): boolean {
  let found = node.isTextblock
  node.descendants((inner) => {
    found ||= inner.isTextblock
    return !found
  })
  return found
}

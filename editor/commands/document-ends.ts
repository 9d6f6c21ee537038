import { type Command, Selection, TextSelection } from '@tiptap/pm/state'

/**
 * To the start or the end of the document, selecting on the way when asked. Left to the browser,
 * the caret would stop at the last element laid out: what is off screen is not.
 */
export function goToEdge(edge: 'start' | 'end', extend = false): Command {
  return (state, dispatch) => {
    const { doc, selection } = state
    const there = edge === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
    const next = extend ? TextSelection.between(selection.$anchor, there.$head) : there
    dispatch?.(state.tr.setSelection(next).scrollIntoView())
    return true
  }
}

import type { Command, EditorState } from '@tiptap/pm/state'
import { isSafeHref } from '#content-schema/marks/link.ts'
import { currentMark, markedRange } from './marked-range.ts'

/** Where the link under the caret or on the first selected words leads; empty when there is none. */
export function currentHref(state: EditorState): string {
  return String(currentMark(state, state.schema.marks.link)?.attrs.href ?? '')
}

/**
 * Puts a link on the selected words, on the whole link under the caret, or writes the address
 * itself when there is neither.
 *
 * @returns `false` when the address is not one that a document may hold
 */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const type = state.schema.marks.link
    if (!type || !isSafeHref(href)) return false
    const { from, to } = markedRange(state, type)
    const mark = type.create({ href })
    const change = state.tr
    if (from === to) change.replaceSelectionWith(state.schema.text(href, [mark]), false)
    else change.removeMark(from, to, type).addMark(from, to, mark)
    dispatch?.(change.removeStoredMark(type))
    return true
  }
}

export const removeLink: Command = (state, dispatch) => {
  const type = state.schema.marks.link
  if (!type) return false
  const { from, to } = markedRange(state, type)
  dispatch?.(state.tr.removeMark(from, to, type))
  return true
}

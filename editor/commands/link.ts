import { getMarkRange } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import { isSafeHref } from '#content-schema/marks/link.ts'

/** The link under the caret or on the first selected words; empty when there is none. */
export function currentHref(state: EditorState): string {
  const type = state.schema.marks.link
  const { $from, from, to } = state.selection
  if (!type) return ''
  let href = type.isInSet($from.marks())?.attrs.href as string | undefined
  state.doc.nodesBetween(from, to, (node) => {
    href ??= type.isInSet(node.marks)?.attrs.href as string | undefined
  })
  return href ?? ''
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
    const { from, to } = linkRange(state)
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
  const { from, to } = linkRange(state)
  dispatch?.(state.tr.removeMark(from, to, type))
  return true
}

function linkRange(state: EditorState): { from: number; to: number } {
  const { empty, $from } = state.selection
  const type = state.schema.marks.link
  const around = empty && type ? getMarkRange($from, type) : undefined
  return around ?? state.selection
}

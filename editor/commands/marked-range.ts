import { getMarkRange } from '@tiptap/core'
import type { Mark, MarkType } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'

/** The selected words or, at a caret, all that carries the mark around it. */
export function markedRange(
  { selection }: EditorState,
  type: MarkType | undefined,
): { from: number; to: number } {
  const around = selection.empty && type ? getMarkRange(selection.$from, type) : undefined
  return around ?? selection
}

/** The mark under the caret or on the first selected words that carry one. */
export function currentMark(
  { doc, selection }: EditorState,
  type: MarkType | undefined,
): Mark | null {
  if (!type) return null
  const { $from, from, to } = selection
  let found = type.isInSet($from.marks())
  doc.nodesBetween(from, to, (node) => {
    found ??= type.isInSet(node.marks)
  })
  return found ?? null
}

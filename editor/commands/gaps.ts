import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import { acceptedIn } from '#content-schema/nodes/shared/typed-answer.ts'
import { longestGap } from '#content-schema/scoring/kinds/cloze.ts'

/** Makes a gap of the selected words, or a blank one at the caret; the gap is then selected. */
export const makeGap: Command = (state, dispatch) => {
  const { $from, $to, from, to } = state.selection
  if (!$from.sameParent($to) || $from.parent.type.name !== 'clozeText') return false
  if (state.selection instanceof NodeSelection) return false
  const selected = state.doc.textBetween(from, to, ' ')
  const words = selected.trim()
  if (words.length > longestGap) return false
  // A double click selects the space after a word with it: that space is no part of the gap.
  const start = from + (selected.length - selected.trimStart().length)
  const end = to - (selected.length - selected.trimEnd().length)
  const change = state.tr.replaceWith(start, Math.max(start, end), newGap(state, words))
  dispatch?.(change.setSelection(NodeSelection.create(change.doc, start)).scrollIntoView())
  return true
}

/** Ways of filling a gap as they are written in one line. */
export function gapWords(line: string): string[] {
  return acceptedIn(line.split('|'))
}

export function newGap({ schema }: Pick<EditorState, 'schema'>, line: string): Node {
  const attrs = { id: newId(), accepted: gapWords(line).slice(0, 10) }
  return schema.node('clozeGap', attrs)
}

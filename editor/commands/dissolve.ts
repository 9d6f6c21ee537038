import { type Command, Selection } from '@tiptap/pm/state'
import { newId } from '#content-schema/identity.ts'
import { currentPart } from './current-part.ts'
import { nestedPart } from './nested-part.ts'
import { holdsNothing } from './pieces.ts'

/** Turns an element in which nothing is written back into an empty paragraph. */
export const dissolveEmptyPart: Command = (state, dispatch) => {
  const whole = currentPart(state)
  const part = nestedPart(state) ?? whole
  if (!part || whole?.kind === 'section' || !holdsNothing(part.node)) return false
  const end = part.position + part.node.nodeSize
  const paragraph = state.schema.node('paragraph', { id: newId() })
  const change = state.tr.replaceWith(part.position, end, paragraph)
  dispatch?.(change.setSelection(Selection.near(change.doc.resolve(part.position + 1))))
  return true
}

import type { Command } from '@tiptap/pm/state'
import { type NodeJson, withNewIds } from '#content-schema/identity.ts'
import { currentPart } from './current-part.ts'
import { selectInside } from './select-part.ts'

/** Puts a copy with ids of its own after the current element or section, and goes to it. */
export const duplicatePart: Command = (state, dispatch) => {
  const part = currentPart(state)
  if (!part) return false
  const [copy] = withNewIds([part.node.toJSON() as NodeJson])
  const position = part.position + part.node.nodeSize
  const change = state.tr.insert(position, state.schema.nodeFromJSON(copy))
  dispatch?.(selectInside(change, position).scrollIntoView())
  return true
}

import type { Command } from '@tiptap/pm/state'
import { shortcut } from '../run.ts'
import type { NodeManners } from './from-spec.ts'

const insertBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes.hardBreak
  const { $from } = state.selection
  if (!type || !$from.parent.inlineContent) return false
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView())
  return true
}

export const hardBreak: NodeManners = {
  keys: () => ({ 'Shift-Enter': shortcut(insertBreak) }),
}

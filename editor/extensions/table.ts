import type { Command } from '@tiptap/pm/state'
import { addRowAfter, goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { shortcut } from '../run.ts'
import { nodeFromSpec } from './from-spec.ts'

/** From the last cell, Tab adds a row; Escape then Tab leaves the table. */
const nextCell: Command = (state, dispatch, view) => {
  if (goToNextCell(1)(state, dispatch, view)) return true
  if (!addRowAfter(state, dispatch) || !view) return false
  return goToNextCell(1)(view.state, dispatch, view)
}

export const table = nodeFromSpec('table', {
  keys: () => ({ Tab: shortcut(nextCell), 'Shift-Tab': shortcut(goToNextCell(-1)) }),
  plugins: () => [tableEditing()],
})

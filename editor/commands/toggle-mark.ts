import { toggleMark as toggle } from '@tiptap/pm/commands'
import type { Command } from '@tiptap/pm/state'
import type { MarkName } from '#content-schema/schema.ts'

/** Puts a mark on the selected words, or takes it off. */
export function toggleMark(name: MarkName): Command {
  return (state, dispatch) => {
    const type = state.schema.marks[name]
    return type !== undefined && toggle(type)(state, dispatch)
  }
}

import type { Command } from '@tiptap/pm/state'
import { atStart, inNode, stay } from '../commands/caret.ts'
import { firstOf, shortcut } from '../run.ts'
import type { NodeManners } from './from-spec.ts'

/**
 * Keys of a line that is there once and for all — a title, a prompt, the text of a choice: Enter
 * goes on instead of splitting it, and deleting at its edges never joins it with its neighbour.
 */
export function slotKeys(
  name: string,
  { enter, backspace = () => false }: { enter: Command; backspace?: Command },
): NonNullable<NodeManners['keys']> {
  return () => ({
    Enter: shortcut(inNode(name, firstOf(enter, stay))),
    Backspace: shortcut(inNode(name, atStart(firstOf(backspace, stay)))),
    Delete: shortcut(inNode(name, (state) => atEnd(state))),
  })
}

const atEnd: Command = ({ selection: { $from } }) =>
  $from.parentOffset === $from.parent.content.size

import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'

/** Runs a ProseMirror command; `false` when it has nothing to do here. */
export function run(editor: Editor, command: Command): boolean {
  return command(editor.state, editor.view.dispatch, editor.view)
}

/** The same as a Tiptap key binding. */
export function shortcut(command: Command): (props: { editor: Editor }) => boolean {
  return ({ editor }) => run(editor, command)
}

/** The first command that has something to do. */
export function firstOf(...commands: Command[]): Command {
  return (state, dispatch, view) => commands.some((command) => command(state, dispatch, view))
}

import type { Editor } from '@tiptap/core'
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list'
import { run } from '../run.ts'
import type { NodeManners } from './from-spec.ts'

type ListCommand = typeof splitListItem

const key =
  (command: ListCommand) =>
  ({ editor }: { editor: Editor }) => {
    const type = editor.schema.nodes.listItem
    return type !== undefined && run(editor, command(type))
  }

/** Tab makes an item part of the one above, Maj+Tab brings it back; elsewhere Tab leaves the text. */
export const listItem: NodeManners = {
  keys: () => ({
    Enter: key(splitListItem),
    Tab: key(sinkListItem),
    'Shift-Tab': key(liftListItem),
  }),
}

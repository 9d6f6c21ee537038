import { Extension } from '@tiptap/core'
import { leavePart } from '../commands/caret.ts'
import { goToEdge } from '../commands/document-ends.ts'
import { selectPart } from '../commands/select-part.ts'
import { duplicate, move, remove } from '../gestures.ts'
import { shortcut } from '../run.ts'

/** Keys that act on the whole element; they come before those of the text in it. */
export const partKeys = Extension.create({
  name: 'partKeys',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    'Alt-Shift-ArrowUp': ({ editor }) => move(editor, -1),
    'Alt-Shift-ArrowDown': ({ editor }) => move(editor, 1),
    'Mod-d': ({ editor }) => duplicate(editor),
    'Mod-Shift-Backspace': ({ editor }) => remove(editor),
    'Mod-Enter': shortcut(leavePart),
    Escape: shortcut(selectPart),
    'Mod-Home': shortcut(goToEdge('start')),
    'Mod-End': shortcut(goToEdge('end')),
    'Mod-Shift-Home': shortcut(goToEdge('start', true)),
    'Mod-Shift-End': shortcut(goToEdge('end', true)),
    'Cmd-ArrowUp': shortcut(goToEdge('start')),
    'Cmd-ArrowDown': shortcut(goToEdge('end')),
  }),
})

import { textblockTypeInputRule } from '@tiptap/core'
import { atStart, inNode } from '../commands/caret.ts'
import { changeTextblock } from '../commands/change-textblock.ts'
import { shortcut } from '../run.ts'
import { nodeFromSpec } from './from-spec.ts'

/** `## ` starts a heading and `### ` a smaller one: the module's title is level 1, a section's is 2. */
export const heading = nodeFromSpec('heading', {
  keys: () => ({
    'Mod-Alt-3': shortcut(changeTextblock('heading', { level: 3 })),
    'Mod-Alt-4': shortcut(changeTextblock('heading', { level: 4 })),
    'Mod-Alt-0': shortcut(changeTextblock('paragraph')),
    Backspace: shortcut(inNode('heading', atStart(changeTextblock('paragraph')))),
  }),
  rules() {
    return [3, 4].map((level) =>
      textblockTypeInputRule({
        find: level === 3 ? /^##\s$/ : /^###\s$/,
        type: this.type,
        getAttributes: { level },
      }),
    )
  },
})

import { backToTitle, inNode } from '../commands/caret.ts'
import { defineEditor, json } from '../element-editor.ts'
import { shortcut } from '../run.ts'

export default defineEditor('paragraph', {
  rank: 1,
  icon: 'M4 5h12M4 9h12M4 13h8',
  about: { fr: 'Du texte courant', en: 'Body text' },
  synonyms: 'texte text p alinea',
  create: () => json('paragraph'),
  nodes: {
    paragraph: {
      keys: () => ({ Backspace: shortcut(inNode('paragraph', backToTitle)) }),
    },
  },
  settings: null,
})

import { wrappingInputRule } from '@tiptap/core'
import { defineEditor, json } from '../element-editor.ts'

/** `- ` or `* ` at the start of a paragraph starts a list. */
export default defineEditor('bulletList', {
  rank: 3,
  icon: 'M4 5h.01M4 10h.01M4 15h.01M8 5h8M8 10h8M8 15h8',
  about: { fr: 'Des points sans ordre', en: 'Points in any order' },
  synonyms: 'puces liste tirets bullets list ul',
  create: () => json('bulletList', [json('listItem', [json('paragraph')])]),
  nodes: {
    bulletList: {
      rules() {
        return [wrappingInputRule({ find: /^[-*•]\s$/, type: this.type })]
      },
    },
  },
  settings: null,
})

import { wrappingInputRule } from '@tiptap/core'
import { defineEditor, json } from '../element-editor.ts'

/** `1. ` at the start of a paragraph starts a numbered list. */
export default defineEditor('orderedList', {
  rank: 4,
  icon: 'M8 5h8M8 10h8M8 15h8M4 4v3M3.500 13c.8-.8 1.800 0 1 1l-1.300 2H5',
  about: { fr: 'Des étapes dans l’ordre', en: 'Steps in order' },
  synonyms: 'numerotee etapes numeros steps numbered ordered ol',
  create: () => json('orderedList', [json('listItem', [json('paragraph')])]),
  nodes: {
    orderedList: {
      rules() {
        return [wrappingInputRule({ find: /^1[.)]\s$/, type: this.type })]
      },
    },
  },
  settings: null,
})

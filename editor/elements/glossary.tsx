import { goToNext, goToPrevious, inNode, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { addPieceFromEmptyEnd, removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { firstOf, shortcut } from '../run.ts'
import './glossary.css'

const words = {
  fr: {
    term: { add: 'Ajouter un terme', name: 'Terme' },
    word: 'Terme',
    meaning: 'Ce qu’il veut dire',
  },
  en: {
    term: { add: 'Add term', name: 'Term' },
    word: 'Term',
    meaning: 'Definition',
  },
}

const term = () => json('glossaryTerm', [json('glossaryWord'), json('paragraph')])

export default defineEditor('glossary', {
  rank: 5,
  icon: 'M4 4h5v12H4zM9 4h7v12H9M11 8h3M11 11h3',
  about: {
    fr: 'Des termes et leur définition ; un lien y mène depuis le texte',
    en: 'Terms and definitions you can link to from the text',
  },
  synonyms: 'glossaire lexique vocabulaire definition termes mots glossary terms definitions',
  create: () => json('glossary', [term(), term()]),
  nodes: {
    glossary: { pieces: { glossaryTerm: (language) => words[language].term } },
    glossaryTerm: {
      view: pieceView((language) => words[language].term.name),
      hintInside: ({ node }, { language }) =>
        node.type.name === 'paragraph' ? words[language].meaning : '',
      keys: () => ({ Enter: shortcut(inNode('paragraph', addPieceFromEmptyEnd)) }),
    },
    glossaryWord: {
      hint: (_, { language }) => ({ placeholder: words[language].word }),
      keys: slotKeys('glossaryWord', {
        enter: goToNext,
        backspace: whenEmpty(firstOf(removeEmptyPiece, dissolveEmptyPart, goToPrevious)),
      }),
    },
  },
  settings: null,
})

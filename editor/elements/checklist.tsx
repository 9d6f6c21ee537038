import { goToNext, leavePart, whenEmpty, whenWritten } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { addPieceAfterCurrent, removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { firstOf } from '../run.ts'
import './checklist.css'

const words = {
  fr: { item: { add: 'Ajouter un point', name: 'Point' }, text: 'Un point à cocher' },
  en: { item: { add: 'Add item', name: 'Item' }, text: 'Checklist item' },
}

const item = () => json('checklistItem', [json('checklistText')])

/** Enter twice leaves the list, as it does any list. */
const enter = firstOf(whenWritten(firstOf(addPieceAfterCurrent, goToNext)), leavePart)

export default defineEditor('checklist', {
  rank: 7,
  icon: 'M4 4h4v4H4zM4 12h4v4H4zM11 6h5M11 14h5M5 6l1 1 1.500-2',
  about: {
    fr: 'À cocher pour soi, et à imprimer',
    en: 'Learners tick items; printable',
  },
  synonyms: 'liste de controle cases a cocher verification checklist todo taches check',
  create: () => json('checklist', [item(), item(), item()]),
  nodes: {
    checklist: { pieces: { checklistItem: (language) => words[language].item } },
    checklistItem: { view: pieceView((language) => words[language].item.name) },
    checklistText: {
      hint: (_, { language }) => ({ placeholder: words[language].text }),
      keys: slotKeys('checklistText', {
        enter,
        backspace: whenEmpty(firstOf(removeEmptyPiece, dissolveEmptyPart)),
      }),
    },
  },
  settings: null,
})

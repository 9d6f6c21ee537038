import { goToNext, inNode, stay, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { addPieceFromEmptyEnd, removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { CheckField } from '../panels/fields.tsx'
import { firstOf, shortcut } from '../run.ts'

const words = {
  fr: {
    item: { add: 'Ajouter un volet', name: 'Volet' },
    title: 'Titre à ouvrir',
    required: 'Tous les volets doivent être ouverts pour terminer le module',
  },
  en: {
    item: { add: 'Add a panel', name: 'Panel' },
    title: 'Title to open',
    required: 'All panels must be opened to finish the module',
  },
}

const item = () => json('accordionItem', [json('accordionTitle'), json('paragraph')])

export default defineEditor('accordion', {
  rank: 1,
  icon: 'M4 4h12v4H4zM4 11h12v5H4zM9 13l1 1 1-1',
  about: {
    fr: 'Des titres qui s’ouvrent sur leur texte',
    en: 'Titles that open on their text',
  },
  synonyms: 'accordeon volets depliant details faq panels toggle',
  create: () => json('accordion', [item(), item()]),
  nodes: {
    accordion: { pieces: { accordionItem: (language) => words[language].item } },
    accordionItem: {
      view: pieceView((language) => words[language].item.name),
      keys: () => ({ Enter: shortcut(inNode('paragraph', addPieceFromEmptyEnd)) }),
    },
    accordionTitle: {
      hint: (_, { language }) => ({ placeholder: words[language].title }),
      keys() {
        return {
          ...slotKeys('accordionTitle', {
            enter: goToNext,
            backspace: whenEmpty(firstOf(removeEmptyPiece, dissolveEmptyPart)),
          }).call(this),
          'Shift-Enter': shortcut(inNode('accordionTitle', stay)),
        }
      },
    },
  },
  settings: AccordionSettings,
})

function AccordionSettings({ node, words: { language }, set }: SettingsProps) {
  return (
    <CheckField
      label={words[language].required}
      checked={node.attrs.required}
      onChange={(required) => set({ required })}
    />
  )
}

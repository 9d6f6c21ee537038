import { flashcardLayouts } from '#content-schema/nodes/flashcards.ts'
import { goToBack, inEmptySide, leaveSide } from '../commands/cards.ts'
import { goToPrevious } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { removeEmptyPiece } from '../commands/pieces.ts'
import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { pictureView } from '../node-views/picture-front.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { CheckField, ChoiceField } from '../panels/fields.tsx'
import { firstOf, shortcut } from '../run.ts'
import './flashcards.css'

const words = {
  fr: {
    card: { add: 'Ajouter une carte', name: 'Carte' },
    front: 'Le mot, la question, l’image',
    back: 'Ce qui est au dos',
    layout: 'Présentation',
    layouts: { grid: 'Cartes côte à côte', stack: 'Une carte à la fois' },
    required: 'Toutes les cartes doivent être retournées pour terminer le module',
  },
  en: {
    card: { add: 'Add card', name: 'Card' },
    front: 'Front: word, question or image',
    back: 'Back',
    layout: 'Layout',
    layouts: { grid: 'Grid', stack: 'One card at a time' },
    required: 'Learners must flip every card to complete the module',
  },
}

const card = () =>
  json('flashcard', [
    json('flashcardFront', [json('paragraph')]),
    json('flashcardBack', [json('paragraph')]),
  ])

export default defineEditor('flashcards', {
  rank: 3,
  icon: 'M3 6h10v10H3zM7 6V3h10v10h-4',
  about: {
    fr: 'À retourner pour se souvenir',
    en: 'Flip to reveal',
  },
  synonyms: 'cartes recto verso memoriser vocabulaire flashcards memo cards flip',
  create: () => json('flashcards', [card(), card()]),
  nodes: {
    flashcards: { pieces: { flashcard: (language) => words[language].card } },
    flashcard: {
      view: pieceView((language) => words[language].card.name),
      keys: () => ({
        Enter: shortcut(firstOf(leaveSide, goToBack)),
        Backspace: shortcut(
          inEmptySide(firstOf(removeEmptyPiece, dissolveEmptyPart, goToPrevious)),
        ),
      }),
    },
    flashcardFront: {
      view: pictureView({ fr: 'Recto', en: 'Front' }, { optional: true }),
      hintInside: (_, { language }) => words[language].front,
    },
    flashcardBack: {
      view: pictureView({ fr: 'Verso', en: 'Back' }, { optional: true }),
      hintInside: (_, { language }) => words[language].back,
    },
  },
  settings: FlashcardsSettings,
})

function FlashcardsSettings({ node, words: { language }, set }: SettingsProps) {
  const { layout, layouts, required } = words[language]
  return (
    <>
      <ChoiceField
        label={layout}
        value={node.attrs.layout as (typeof flashcardLayouts)[number]}
        options={flashcardLayouts.map((value) => ({ value, label: layouts[value] }))}
        onChange={(value) => set({ layout: value })}
      />
      <CheckField
        label={required}
        checked={node.attrs.required}
        onChange={(value) => set({ required: value })}
      />
    </>
  )
}

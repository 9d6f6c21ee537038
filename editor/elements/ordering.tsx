import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { rightAndWrongFeedback } from '../extensions/choice.ts'
import { lastLineKeys } from '../extensions/piece-text.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { PartialCreditField } from '../panels/partial-credit.tsx'
import { QuestionSettings } from '../panels/question-settings.tsx'
import './ordering.css'

const words = {
  fr: {
    item: { add: 'Ajouter un élément', name: 'Élément' },
    text: 'À sa place dans le bon ordre',
  },
  en: { item: { add: 'Add item', name: 'Item' }, text: 'Item, in the correct order' },
}

const item = () => json('orderingItem', [json('orderingText')])

export default defineEditor('ordering', {
  rank: 7,
  icon: 'M9 5h8M9 10h8M9 15h8M5 4v12M3 14l2 2 2-2',
  about: { fr: 'Des étapes à remettre dans l’ordre', en: 'Put steps in the correct order' },
  synonyms:
    'remise en ordre ordonner classer sequence etapes question ordering sequence sort ' +
    'glisser deposer drag and drop rank quiz knowledge check verification connaissances',
  create: () =>
    json('ordering', [
      json('prompt'),
      item(),
      item(),
      item(),
      json('feedback'),
      json('feedback'),
    ]),
  nodes: {
    ordering: {
      view: questionView(),
      pieces: { orderingItem: (language) => words[language].item },
      hintInside: rightAndWrongFeedback,
    },
    orderingItem: { view: pieceView((language) => words[language].item.name) },
    orderingText: {
      hint: (_, { language }) => ({ placeholder: words[language].text }),
      keys: lastLineKeys('orderingText'),
    },
  },
  settings: OrderingSettings,
})

function OrderingSettings(props: SettingsProps) {
  return (
    <>
      <QuestionSettings {...props} />
      <PartialCreditField {...props} />
    </>
  )
}

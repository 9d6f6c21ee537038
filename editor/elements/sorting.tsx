import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { rightAndWrongFeedback } from '../extensions/choice.ts'
import { lastLineKeys, lineKeys } from '../extensions/piece-text.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { PartialCreditField } from '../panels/partial-credit.tsx'
import { QuestionSettings } from '../panels/question-settings.tsx'
import './sorting.css'

const words = {
  fr: {
    category: { add: 'Ajouter une catégorie', name: 'Catégorie' },
    item: { add: 'Ajouter un élément', name: 'Élément' },
    categoryName: 'Nom de la catégorie',
    text: 'Élément à classer ici',
  },
  en: {
    category: { add: 'Add category', name: 'Category' },
    item: { add: 'Add item', name: 'Item' },
    categoryName: 'Category name',
    text: 'Item in this category',
  },
}

const item = () => json('sortingItem', [json('sortingText')])
const category = () => json('sortingCategory', [json('sortingName'), item(), item()])

export default defineEditor('sorting', {
  rank: 9,
  icon: 'M3 4h6v12H3zM11 4h6v12h-6zM5 7h2M13 7h2M5 10h2M13 10h2',
  about: { fr: 'Des éléments à ranger par catégorie', en: 'Sort items into categories' },
  synonyms:
    'classement categories trier ranger grouper question sorting groups categorise ' +
    'glisser deposer drag and drop categories quiz knowledge check verification ' +
    'connaissances',
  create: () =>
    json('sorting', [
      json('prompt'),
      category(),
      category(),
      json('feedback'),
      json('feedback'),
    ]),
  nodes: {
    sorting: {
      view: questionView(),
      pieces: { sortingCategory: (language) => words[language].category },
      hintInside: rightAndWrongFeedback,
    },
    sortingCategory: {
      view: pieceView((language) => words[language].category.name),
      pieces: { sortingItem: (language) => words[language].item },
    },
    sortingName: {
      hint: (_, { language }) => ({ placeholder: words[language].categoryName }),
      keys: lineKeys('sortingName'),
    },
    sortingItem: { view: pieceView((language) => words[language].item.name) },
    sortingText: {
      hint: (_, { language }) => ({ placeholder: words[language].text }),
      keys: lastLineKeys('sortingText'),
    },
  },
  settings: SortingSettings,
})

function SortingSettings(props: SettingsProps) {
  return (
    <>
      <QuestionSettings {...props} />
      <PartialCreditField {...props} />
    </>
  )
}

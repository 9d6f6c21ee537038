import { defineEditor, json, type SettingsProps } from '../element-editor.ts'
import { rightAndWrongFeedback } from '../extensions/choice.ts'
import { lastLineKeys, lineKeys } from '../extensions/piece-text.ts'
import { pieceView } from '../node-views/piece-view.ts'
import { questionView } from '../node-views/question-view.ts'
import { CheckField } from '../panels/fields.tsx'
import { PartialCreditField } from '../panels/partial-credit.tsx'
import { QuestionSettings } from '../panels/question-settings.tsx'
import './matching.css'

const words = {
  fr: {
    pair: { add: 'Ajouter une paire', name: 'Paire' },
    distractor: { add: 'Ajouter un intrus', name: 'Intrus' },
    source: 'Élément',
    target: 'Ce qui va avec',
    lonely: 'Réponse qui ne va avec rien',
    shuffle: 'Mélanger les réponses',
  },
  en: {
    pair: { add: 'Add pair', name: 'Pair' },
    distractor: { add: 'Add distractor', name: 'Distractor' },
    source: 'Item',
    target: 'Matching answer',
    lonely: 'Answer with no match',
    shuffle: 'Shuffle answers',
  },
}

const pair = () => json('matchingPair', [json('matchingSource'), json('matchingTarget')])

export default defineEditor('matching', {
  rank: 6,
  icon: 'M3 5h5v3H3zM12 5h5v3h-5zM3 12h5v3H3zM12 12h5v3h-5zM8 6.500l4 7M8 13.500l4-7',
  about: { fr: 'Des éléments à relier deux à deux', en: 'Pair items' },
  synonyms:
    'appariement associer relier paires correspondance glisser deposer question matching pairs ' +
    'drag and drop pair quiz knowledge check verification connaissances',
  create: () =>
    json('matching', [
      json('prompt'),
      pair(),
      pair(),
      pair(),
      json('feedback'),
      json('feedback'),
    ]),
  nodes: {
    matching: {
      view: questionView(),
      pieces: {
        matchingPair: (language) => words[language].pair,
        matchingDistractor: (language) => words[language].distractor,
      },
      hintInside: rightAndWrongFeedback,
    },
    matchingPair: { view: pieceView((language) => words[language].pair.name) },
    matchingSource: {
      hint: (_, { language }) => ({ placeholder: words[language].source }),
      keys: lineKeys('matchingSource'),
    },
    matchingTarget: {
      hint: ({ parent }, { language }) => ({
        placeholder:
          parent?.type.name === 'matchingDistractor'
            ? words[language].lonely
            : words[language].target,
      }),
      keys: lastLineKeys('matchingTarget'),
    },
    matchingDistractor: { view: pieceView((language) => words[language].distractor.name) },
  },
  settings: MatchingSettings,
})

function MatchingSettings(props: SettingsProps) {
  const { node, words: page, set } = props
  return (
    <>
      <QuestionSettings {...props} />
      <CheckField
        label={words[page.language].shuffle}
        checked={node.attrs.shuffle}
        onChange={(shuffle) => set({ shuffle })}
      />
      <PartialCreditField {...props} />
    </>
  )
}

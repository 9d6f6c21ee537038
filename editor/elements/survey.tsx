import { goToPrevious, leavePart, whenEmpty } from '../commands/caret.ts'
import { defineEditor, json } from '../element-editor.ts'
import { linePiece } from '../extensions/line-pieces.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { questionView } from '../node-views/question-view.ts'
import { OpinionSettings, scales } from '../panels/scale-field.tsx'

const words = {
  fr: {
    piece: { add: 'Ajouter une affirmation', name: 'Affirmation' },
    statement: 'Une affirmation, par exemple : « J’ai le matériel qu’il me faut »',
    comment: 'Ce qu’on demande en plus, librement ; rien si vous laissez vide',
  },
  en: {
    piece: { add: 'Add statement', name: 'Statement' },
    statement: 'Statement to rate',
    comment: 'Comment question (optional)',
  },
}

export default defineEditor('survey', {
  rank: 20,
  icon: 'M3 10h14M5 8v4M10 7v6M15 8v4M10 4v.500',
  about: {
    fr: 'Des affirmations à situer sur une échelle',
    en: 'Rate statements on a scale',
  },
  synonyms:
    'question echelle opinion avis sondage likert accord enquete survey scale agreement ' +
    'poll rating',
  create: (language = 'fr') =>
    json(
      'survey',
      [json('prompt'), json('surveyStatement'), json('surveyStatement'), json('surveyComment')],
      { scale: scales.agreement5[language] },
    ),
  nodes: {
    survey: {
      view: questionView(),
      pieces: { surveyStatement: (language) => words[language].piece },
    },
    surveyStatement: linePiece(
      'surveyStatement',
      (language) => words[language].piece.name,
      (language) => words[language].statement,
    ),
    surveyComment: {
      hint: (_, { language }) => ({ placeholder: words[language].comment }),
      keys: slotKeys('surveyComment', {
        enter: leavePart,
        backspace: whenEmpty(goToPrevious),
      }),
    },
  },
  settings: OpinionSettings,
})

import { defineEditor, json } from '../element-editor.ts'
import { questionView } from '../node-views/question-view.ts'
import { trueFalseControls } from '../node-views/true-false-controls.ts'
import { QuestionSettings } from '../panels/question-settings.tsx'

const words = {
  fr: {
    statement: 'Écrivez l’affirmation à juger',
    saidTrue: 'Retour à qui répond « vrai » :',
    saidFalse: 'Retour à qui répond « faux » :',
  },
  en: {
    statement: 'Type your statement',
    saidTrue: 'Feedback if the learner answers “True”:',
    saidFalse: 'Feedback if the learner answers “False”:',
  },
}

export default defineEditor('trueFalse', {
  rank: 3,
  icon: 'm3 10 2 2 4-4M12 8l4 4M16 8l-4 4',
  about: { fr: 'Une affirmation à juger', en: 'Decide whether a statement is true' },
  synonyms:
    'vrai faux vf affirmation question true false quiz knowledge check verification ' +
    'connaissances',
  create: () => json('trueFalse', [json('prompt'), json('feedback'), json('feedback')]),
  nodes: {
    trueFalse: {
      view: questionView(trueFalseControls),
      hintInside({ node, index }, { language }) {
        const { statement, saidTrue, saidFalse } = words[language]
        if (node.type.name === 'prompt') return statement
        return index === 1 ? saidTrue : saidFalse
      },
    },
  },
  settings: QuestionSettings,
})

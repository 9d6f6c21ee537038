import { newChoices } from '../commands/choices.ts'
import { defineEditor, json } from '../element-editor.ts'
import { choicePieces, questionFeedback } from '../extensions/choice.ts'
import { questionView } from '../node-views/question-view.ts'
import { SingleChoiceSettings } from '../panels/question-settings.tsx'

export default defineEditor('singleChoice', {
  rank: 1,
  icon: 'M10 4a6 6 0 1 1 0 12 6 6 0 0 1 0-12M10 8.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3',
  about: { fr: 'Une seule bonne réponse (QCU)', en: 'One correct answer' },
  synonyms:
    'qcu question unique radio single mcq quiz knowledge check verification connaissances',
  create: () => json('singleChoice', [json('prompt'), ...newChoices(), json('feedback')]),
  nodes: {
    singleChoice: { view: questionView(), pieces: choicePieces, hintInside: questionFeedback },
  },
  settings: SingleChoiceSettings,
})

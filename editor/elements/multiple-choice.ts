import { newChoices } from '../commands/choices.ts'
import { defineEditor, json } from '../element-editor.ts'
import { choicePieces, questionFeedback } from '../extensions/choice.ts'
import { questionView } from '../node-views/question-view.ts'
import { MultipleChoiceSettings } from '../panels/question-settings.tsx'

export default defineEditor('multipleChoice', {
  rank: 2,
  icon: 'M4 4h12v12H4zM7 10l2 2 4-4',
  about: { fr: 'Une ou plusieurs bonnes réponses (QCM)', en: 'One or more correct answers' },
  synonyms:
    'qcm question multiple cases checkbox mcq select all quiz knowledge check ' +
    'verification connaissances',
  create: () => json('multipleChoice', [json('prompt'), ...newChoices(), json('feedback')]),
  nodes: {
    multipleChoice: {
      view: questionView(),
      pieces: choicePieces,
      hintInside: questionFeedback,
    },
  },
  settings: MultipleChoiceSettings,
})

import { defineEditor, json } from '../element-editor.ts'
import { rightAndWrongFeedback } from '../extensions/choice.ts'
import { numericControls } from '../node-views/numeric-controls.ts'
import { questionView } from '../node-views/question-view.ts'
import { NumericSettings } from '../panels/question-settings.tsx'

export default defineEditor('numeric', {
  rank: 5,
  icon: 'M7 4 5.500 16M14.500 4 13 16M4 8h13M3 12h13',
  about: { fr: 'Un nombre, avec tolérance et unité', en: 'A number with a tolerance and unit' },
  synonyms:
    'nombre numerique calcul chiffre question number numeric quiz knowledge check ' +
    'verification connaissances',
  create: () => json('numeric', [json('prompt'), json('feedback'), json('feedback')]),
  nodes: {
    numeric: { view: questionView(numericControls), hintInside: rightAndWrongFeedback },
  },
  settings: NumericSettings,
})

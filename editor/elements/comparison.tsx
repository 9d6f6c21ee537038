import { goToNext, goToPrevious, leavePart, whenEmpty } from '../commands/caret.ts'
import { dissolveEmptyPart } from '../commands/dissolve.ts'
import { defineEditor, json } from '../element-editor.ts'
import { slotKeys } from '../extensions/slot-keys.ts'
import { pictureView } from '../node-views/picture-front.ts'
import { firstOf } from '../run.ts'
import './comparison.css'

const words = {
  fr: { label: 'Libellé : Avant, Après…' },
  en: { label: 'Label, for example Before or After' },
}

const image = () => json('comparisonImage', [json('comparisonLabel')])

export default defineEditor('comparison', {
  rank: 7,
  icon: 'M3 4h14v12H3zM10 2v16M6 10l-1.500-1.500M6 10l-1.500 1.500M14 10l1.500-1.500M14 10l1.500 1.500',
  about: {
    fr: 'Deux images et une glissière entre elles',
    en: 'Two images with a slider between them',
  },
  synonyms: 'avant apres comparer comparaison curseur glissiere before after compare slider',
  create: () => json('comparison', [image(), image()]),
  nodes: {
    comparison: {},
    comparisonImage: { view: pictureView({ fr: 'Image', en: 'Image' }) },
    comparisonLabel: {
      hint: (_, { language }) => ({ placeholder: words[language].label }),
      keys: slotKeys('comparisonLabel', {
        enter: firstOf(goToNext, leavePart),
        backspace: whenEmpty(firstOf(dissolveEmptyPart, goToPrevious)),
      }),
    },
  },
  settings: null,
})

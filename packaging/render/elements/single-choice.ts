import { renders } from '../context.ts'
import { withChoices } from './shared/choices.ts'

const words = {
  fr: { hint: 'Une seule bonne réponse', empty: 'Choisissez d’abord une réponse.' },
  en: { hint: 'Select one', empty: 'Select an answer first.' },
}

export default renders('singleChoice', {
  singleChoice: (node, context) => withChoices(node, context, 'radio', context.say(words)),
})

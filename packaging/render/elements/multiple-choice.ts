import { renders } from '../context.ts'
import { withChoices } from './shared/choices.ts'

const words = {
  fr: {
    hint: 'Une ou plusieurs bonnes réponses',
    empty: 'Choisissez d’abord au moins une réponse.',
  },
  en: { hint: 'Select all that apply', empty: 'Select at least one answer first.' },
}

export default renders('multipleChoice', {
  multipleChoice: (node, context) => withChoices(node, context, 'checkbox', context.say(words)),
})

import type { Behaviour } from '../behaviour.ts'
import { optionsForm, rightChoices } from './shared/options.ts'

const behaviour: Behaviour = { element: 'singleChoice', form: optionsForm(rightChoices) }
export default behaviour

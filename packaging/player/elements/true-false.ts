import type { Behaviour } from '../behaviour.ts'
import { optionsForm } from './shared/options.ts'

const behaviour: Behaviour = {
  element: 'trueFalse',
  form: optionsForm((question) =>
    question.kind === 'trueFalse' ? [String(question.key.answer)] : [],
  ),
}
export default behaviour

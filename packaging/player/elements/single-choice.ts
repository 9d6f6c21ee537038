import type { Behaviour } from '../behaviour.ts'
import { optionsForm } from './shared/options.ts'

const behaviour: Behaviour = { form: optionsForm }
export default behaviour

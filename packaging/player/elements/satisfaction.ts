import type { Behaviour } from '../behaviour.ts'
import { opinionsForm } from './shared/opinions.ts'

const behaviour: Behaviour = { element: 'satisfaction', form: opinionsForm() }
export default behaviour

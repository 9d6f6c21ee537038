import type { Behaviour } from '../behaviour.ts'
import { opinionsForm } from './shared/opinions.ts'

const behaviour: Behaviour = { form: opinionsForm }
export default behaviour

import type { Behaviour } from '../behaviour.ts'
import { opinionsForm } from './shared/opinions.ts'

const behaviour: Behaviour<'likert'> = { form: opinionsForm }
export default behaviour

import type { Behaviour } from '../behaviour.ts'
import { placeForm } from './shared/to-place.ts'

const behaviour: Behaviour = { form: placeForm }
export default behaviour

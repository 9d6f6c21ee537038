import type { Behaviour } from '../behaviour.ts'
import { placeForm } from './shared/to-place.ts'

const behaviour: Behaviour = { element: 'matching', form: placeForm }
export default behaviour

import type { Behaviour } from '../behaviour.ts'
import { stepper } from './shared/stepper.ts'

/** Pictures one at a time, turned by buttons only: nothing moves by itself. */
const behaviour: Behaviour = { wire: (gallery) => stepper(gallery) }
export default behaviour

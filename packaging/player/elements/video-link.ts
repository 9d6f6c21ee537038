import type { Behaviour } from '../behaviour.ts'
import { wireEmbedded } from './shared/embedded.ts'

const behaviour: Behaviour = { wire: wireEmbedded }
export default behaviour

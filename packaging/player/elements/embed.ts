import type { Behaviour } from '../behaviour.ts'
import { wireEmbedded } from './shared/embedded.ts'

const behaviour: Behaviour = { element: 'embed', wire: wireEmbedded }
export default behaviour

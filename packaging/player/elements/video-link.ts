import type { Behaviour } from '../behaviour.ts'
import { wireEmbedded } from './shared/embedded.ts'

const behaviour: Behaviour = { element: 'videoLink', wire: wireEmbedded }
export default behaviour

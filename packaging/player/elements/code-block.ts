import type { Behaviour } from '../behaviour.ts'
import { one } from '../view/dom.ts'
import { wireCopy } from './shared/copy-text.ts'

const behaviour: Behaviour = {
  wire(block) {
    wireCopy(one('.code-tools', block), () => one('code', block).textContent ?? '')
  },
}
export default behaviour

import type { Behaviour } from '../behaviour.ts'
import { button, make } from '../view/dom.ts'
import { copyText } from './shared/copy-text.ts'

/** A button that copies the code; there only where there is a script to copy it. */
const behaviour: Behaviour = {
  element: 'codeBlock',
  wire(block) {
    const { copy = '', copied = '', notCopied = '' } = block.dataset
    const code = block.querySelector('code')
    const tools = block.querySelector('.code-tools')
    if (!code || !tools) return
    const said = make('span', 'code-said')
    said.setAttribute('role', 'status')
    const act = async () => {
      said.textContent = (await copyText(code.textContent ?? '')) ? copied : notCopied
    }
    tools.append(
      button(copy, () => void act()),
      said,
    )
  },
}
export default behaviour

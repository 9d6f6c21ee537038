import type { Behaviour } from '../behaviour.ts'
import { all } from '../view/dom.ts'

/** Done once every title has been opened. */
const behaviour: Behaviour = {
  element: 'accordion',
  wire(accordion, player) {
    accordion.addEventListener('reveal', ({ target }) => {
      const around = (target as HTMLElement).closest('details')
      if (around) around.open = true
    })
    const left = new Set(all<HTMLDetailsElement>('details', accordion))
    for (const details of left) {
      details.addEventListener('toggle', () => {
        left.delete(details)
        if (left.size === 0) player.done()
      })
    }
  },
}
export default behaviour

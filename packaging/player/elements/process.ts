import type { Behaviour } from '../behaviour.ts'
import { all } from '../view/dom.ts'
import { stepper } from './shared/stepper.ts'

/** Steps one at a time, or all of them; done once the last one was there to be seen. */
const behaviour: Behaviour = {
  element: 'process',
  wire(process, player) {
    const steps = all('li', process).filter(
      ({ parentElement }) => parentElement?.parentElement === process,
    )
    const last = steps.length - 1
    const summary = process.querySelector<HTMLElement>('.process-summary')
    if (process.dataset.display === 'all') {
      const seen = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) player.done()
      })
      if (steps[last]) seen.observe(steps[last])
      return
    }
    stepper(process, steps, (index) => {
      if (summary) summary.hidden = index < last
      if (index === last) player.done()
    })
  },
}
export default behaviour

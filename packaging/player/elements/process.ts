import type { Behaviour } from '../behaviour.ts'
import { all } from '../view/dom.ts'
import { stepper } from './shared/stepper.ts'

/** Steps one at a time, done at the last; or all of them, done once the last was there to be seen. */
const behaviour: Behaviour = {
  wire(process, player) {
    const steps = all(':scope > ol > *', process)
    const last = steps[steps.length - 1]!
    const [summary] = all('.process-summary', process)
    stepper(process, (step) => {
      if (summary) summary.hidden = step !== last
      if (step === last && steps[1]) player.done()
    })
    const seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) player.done()
    })
    seen.observe(last)
  },
}
export default behaviour

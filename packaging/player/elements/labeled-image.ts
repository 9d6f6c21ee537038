import type { Behaviour } from '../behaviour.ts'
import { all, on, one } from '../view/dom.ts'
import { seeAll } from './shared/see-all.ts'

/** Buttons on the picture that open what they stand for, below it; done once all were opened. */
const behaviour: Behaviour = {
  wire(image, player) {
    const legends = all<HTMLDetailsElement>('details', image)
    const seen = seeAll(legends, player)
    one('svg', image).remove()
    all('.labeled-stage button', image).forEach((marker, index) => {
      const details = legends[index]!
      marker.style.left = `${marker.dataset.x}%`
      marker.style.top = `${marker.dataset.y}%`
      on(marker, 'click', () => {
        // The others close, so that what is read stays near the picture; reading goes on there.
        for (const each of legends) each.open = each === details
        one('summary', details).focus()
      })
      on(details, 'toggle', () => {
        marker.setAttribute('aria-expanded', String(details.open))
        if (!details.open) return
        marker.classList.add('is-seen')
        seen(details)
      })
    })
  },
}
export default behaviour

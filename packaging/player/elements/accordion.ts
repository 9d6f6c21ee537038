import type { Behaviour } from '../behaviour.ts'
import { all, on } from '../view/dom.ts'
import { seeAll } from './shared/see-all.ts'

/** Done once every title has been opened. */
const behaviour: Behaviour = {
  wire(accordion, player) {
    const titles = all('details', accordion)
    const seen = seeAll(titles, player)
    for (const title of titles) on(title, 'toggle', () => seen(title))
  },
}
export default behaviour

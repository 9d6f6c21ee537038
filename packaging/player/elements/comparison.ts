import type { Behaviour } from '../behaviour.ts'
import { all, make, on, one } from '../view/dom.ts'

/** One picture over the other; a slider says how much of the first is seen. */
const behaviour: Behaviour = {
  wire(comparison) {
    const stage = make('div', 'comparison-stage')
    const slider = one<HTMLInputElement>('input', comparison)
    stage.append(...all('img', comparison).reverse())
    comparison.prepend(stage)
    comparison.classList.add('is-over')
    on(slider, 'input', show)
    show()

    function show(): void {
      const { value } = slider
      const rtl = getComputedStyle(slider).direction === 'rtl'
      const cut = `${100 - Number(value)}%`
      slider.setAttribute('aria-valuetext', `${value} %`)
      stage.style.setProperty('--seen', rtl ? `inset(0 0 0 ${cut})` : `inset(0 ${cut} 0 0)`)
    }
  },
}
export default behaviour

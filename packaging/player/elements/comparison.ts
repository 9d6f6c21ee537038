import type { Behaviour } from '../behaviour.ts'
import { all, make } from '../view/dom.ts'

/** One picture over the other; a slider says how much of the first is seen. */
const behaviour: Behaviour = {
  element: 'comparison',
  wire(comparison) {
    const [first, second] = all('img', comparison)
    if (!first || !second) return
    const stage = make('div', 'comparison-stage')
    const slider = make('input')
    slider.type = 'range'
    slider.setAttribute('aria-label', comparison.dataset.label ?? '')
    stage.append(second, first)
    comparison.prepend(stage, slider)
    comparison.classList.add('is-over')
    slider.addEventListener('input', show)
    show()

    function show(): void {
      const { value } = slider
      slider.setAttribute('aria-valuetext', `${value} %`)
      const rtl = getComputedStyle(slider).direction === 'rtl'
      const cut = `${100 - Number(value)}%`
      stage.style.setProperty('--seen', rtl ? `inset(0 0 0 ${cut})` : `inset(0 ${cut} 0 0)`)
    }
  },
}
export default behaviour

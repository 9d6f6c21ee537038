import type { Behaviour } from '../behaviour.ts'
import { all, button } from '../view/dom.ts'

/** Buttons on the picture that open what they stand for, below it; done once all were opened. */
const behaviour: Behaviour = {
  element: 'labeledImage',
  wire(image, player) {
    const stage = image.querySelector<HTMLElement>('.labeled-stage')
    const legends = all<HTMLDetailsElement>('details', image)
    const left = new Set(legends)
    stage?.querySelector('svg')?.remove()
    legends.forEach((details, index) => {
      const marker = button(String(index + 1), () => open(details))
      const { x, y } = details.parentElement?.dataset ?? {}
      const title = details.querySelector('summary')?.textContent?.trim() ?? ''
      marker.setAttribute('aria-label', title)
      marker.setAttribute('aria-expanded', 'false')
      marker.style.left = `${x}%`
      marker.style.top = `${y}%`
      stage?.append(marker)
      details.addEventListener('toggle', () => {
        marker.setAttribute('aria-expanded', String(details.open))
        if (!details.open) return
        marker.classList.add('is-seen')
        left.delete(details)
        if (left.size === 0) player.done()
      })
    })
    image.addEventListener('reveal', ({ target }) => {
      const around = (target as HTMLElement).closest('details')
      if (around) around.open = true
    })

    /** The others close, so that what is read stays near the picture; reading goes on there. */
    function open(details: HTMLDetailsElement): void {
      for (const each of legends) each.open = each === details
      details.querySelector('summary')?.focus()
    }
  },
}
export default behaviour

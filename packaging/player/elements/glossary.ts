import type { Behaviour } from '../behaviour.ts'
import { all, button, on, one } from '../view/dom.ts'

/** Whoever came from a word of the text is led back to it. */
const behaviour: Behaviour = {
  wire(glossary) {
    let from: HTMLElement | null = null
    const back = button(glossary.dataset.back!, () => {
      back.remove()
      // Turning to another page is done by the links of the outline; then the focus goes to the word.
      const { hidden, id } = from!.closest<HTMLElement>('[data-section]')!
      if (hidden) one(`#outline a[href="#${id}"]`).click()
      from!.focus()
    })
    back.className = 'term-back'
    on(document, 'click', ({ target }) => {
      const link = target.closest<HTMLAnchorElement>('a[href^="#"]')
      const term = all('.term', glossary).find(({ id }) => `#${id}` === link?.hash)
      if (!term) return
      from = link
      one('dd', term).append(back)
    })
  },
}
export default behaviour

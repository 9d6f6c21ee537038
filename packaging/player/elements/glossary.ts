import type { Behaviour } from '../behaviour.ts'
import { all, button } from '../view/dom.ts'

/** Whoever came from a word of the text is led back to it. */
const behaviour: Behaviour = {
  element: 'glossary',
  wire(glossary) {
    document.addEventListener('click', ({ target }) => {
      const link = (target as Element).closest?.<HTMLAnchorElement>('a[href^="#"]')
      const id = link?.getAttribute('href')?.slice(1)
      const term = all('.term', glossary).find((each) => each.id === id)
      if (link && term) offerWayBack(glossary, term, link)
    })
  },
}
export default behaviour

function offerWayBack(glossary: HTMLElement, term: HTMLElement, from: HTMLElement): void {
  for (const before of all('.term-back', glossary)) before.remove()
  const back = button(glossary.dataset.back ?? '', () => {
    back.remove()
    goBack(from)
  })
  back.classList.add('term-back')
  term.querySelector('dd')?.append(back)
}

/** Turning to another page is done by the links of the outline; then the focus goes to the word. */
function goBack(from: HTMLElement): void {
  const section = from.closest<HTMLElement>('[data-section]')
  if (section?.hidden) {
    document.querySelector<HTMLElement>(`#outline a[href="#${section.id}"]`)?.click()
  }
  from.focus()
}

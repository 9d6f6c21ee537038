import type { Behaviour } from '../behaviour.ts'
import { all, on, one } from '../view/dom.ts'
import { seeAll } from './shared/see-all.ts'
import { stepper } from './shared/stepper.ts'

/** Shows the front of each card and turns it when asked; done once each was turned. */
const behaviour: Behaviour = {
  wire(flashcards, player) {
    const cards = all('.flashcard', flashcards)
    const seen = seeAll(cards, player)
    for (const card of cards) wireCard(card, seen)
    stepper(flashcards)
  },
}
export default behaviour

/** The side that appears is read out: it stands in a live region. The whole card answers to a press. */
function wireCard(card: HTMLElement, seen: (card: HTMLElement) => void): void {
  const [front, back] = all('.flashcard-side', card) as [HTMLElement, HTMLElement]
  const toggle = one('.flashcard-turn', card)
  show(false)
  on(card, 'click', ({ target }) => {
    const chosen = getSelection()?.isCollapsed === false
    const pressed = target.closest('a, button')
    if (pressed ? pressed === toggle : !chosen) show(!front.hidden)
  })
  on(card, 'reveal', ({ target }) => show(back.contains(target)))

  function show(isBack: boolean): void {
    front.hidden = isBack
    back.hidden = !isBack
    card.classList.toggle('is-turned', isBack)
    toggle.textContent = toggle.dataset[isBack ? 'back' : 'turn']!
    if (isBack) seen(card)
  }
}

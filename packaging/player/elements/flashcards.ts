import type { Behaviour } from '../behaviour.ts'
import { all, button } from '../view/dom.ts'
import { stepper } from './shared/stepper.ts'

/** Shows the front of each card and turns it when asked; done once each was turned. */
const behaviour: Behaviour = {
  element: 'flashcards',
  wire(flashcards, player) {
    const cards = all('.flashcard', flashcards)
    const left = new Set(cards)
    const { turn = '', turnBack = '' } = flashcards.dataset
    for (const card of cards) {
      wireCard(card, turn, turnBack, () => {
        left.delete(card)
        if (left.size === 0) player.done()
      })
    }
    const stacked = flashcards.matches('.flashcards-stack') && cards.length > 1
    if (stacked) stepper(flashcards, cards)
  },
}
export default behaviour

/** The side that appears is read out: it stands in a live region. The whole card answers to a press. */
function wireCard(card: HTMLElement, turn: string, turnBack: string, turned: () => void): void {
  const [front, back] = all('.flashcard-side', card)
  if (!front || !back) return
  const toggle = button(turn, () => show(!front.hidden))
  toggle.className = 'flashcard-turn'
  show(false)
  front.parentElement?.setAttribute('aria-live', 'polite')
  card.append(toggle)
  card.addEventListener('click', ({ target }) => {
    const chosen = getSelection()?.isCollapsed === false
    if (!chosen && !(target as Element).closest('a, button')) show(!front.hidden)
  })
  card.addEventListener('reveal', ({ target }) => show(back.contains(target as Node)))

  function show(isBack: boolean): void {
    if (!front || !back) return
    front.hidden = isBack
    back.hidden = !isBack
    card.classList.toggle('is-turned', isBack)
    toggle.textContent = isBack ? turnBack : turn
    if (isBack) turned()
  }
}

import type { Behaviour } from '../behaviour.ts'
import { all, byId, focusOn, on, one } from '../view/dom.ts'

/** Hides what comes after it in its section until its button is pressed; that is remembered. */
const behaviour: Behaviour = {
  wire(lock, player) {
    if (player.isDone) return lock.remove()
    const after = following(lock)
    const said = one('.lock-wait', lock)
    one('p', lock).remove()
    on(one('button', lock), 'click', () => {
      if (isOpen()) pass()
      else said.textContent = lock.dataset.wait!
    })
    lock.classList.add('is-closed')
    for (const each of after) each.hidden = true
    player.onChange(() => {
      if (isOpen()) said.textContent = ''
    })

    function isOpen(): boolean {
      return lock.dataset.rule !== 'answered' || player.isAnsweredAbove()
    }

    /** What follows stays hidden from the next lock on, which hid it too. */
    function pass(): void {
      const next = after.findIndex((each) => each.matches('.lock'))
      for (const each of next === -1 ? after : after.slice(0, next + 1)) each.hidden = false
      lock.remove()
      const [first = byId('next')] = after
      if (first) focusOn(first)
      player.done()
    }
  },
}
export default behaviour

/** The elements after this one in its section. */
function following(lock: HTMLElement): HTMLElement[] {
  const beside = all(':scope > *', lock.parentElement!)
  return beside.slice(beside.indexOf(lock) + 1)
}

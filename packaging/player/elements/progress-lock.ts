import type { Behaviour } from '../behaviour.ts'
import { all, button, byId, make } from '../view/dom.ts'

/** Hides what comes after it in its section until its button is pressed; that is remembered. */
const behaviour: Behaviour = {
  element: 'progressLock',
  wire(lock, player) {
    const label = lock.querySelector('p')
    if (player.isDone || !label) return lock.remove()
    const after = following(lock)
    const said = make('p', 'lock-wait')
    said.setAttribute('role', 'status')
    const go = button(label.textContent ?? '', () => {
      if (!isOpen()) said.textContent = lock.dataset.wait ?? ''
      else pass()
    })
    label.replaceWith(go, said)
    lock.classList.add('is-closed')
    hide(true)
    player.onChange(() => {
      if (isOpen()) said.textContent = ''
    })

    function isOpen(): boolean {
      return lock.dataset.rule !== 'answered' || player.isAnsweredAbove()
    }

    /** What follows stays hidden from the next lock on, which hid it too. */
    function pass(): void {
      hide(false)
      lock.remove()
      const [first = byId('next')] = after
      if (first && !first.matches('button')) first.tabIndex = -1
      first?.focus()
      player.done()
    }

    function hide(hidden: boolean): void {
      const next = after.findIndex((each) => each.matches('.lock'))
      const until = next === -1 ? after.length : next + 1
      for (const each of after.slice(0, until)) each.hidden = hidden
      if (hidden) for (const each of after) each.hidden = true
    }
  },
}
export default behaviour

/** The elements after this one in its section. */
function following(lock: HTMLElement): HTMLElement[] {
  const beside = all(':scope > *', lock.parentElement ?? document)
  return beside.slice(beside.indexOf(lock) + 1)
}

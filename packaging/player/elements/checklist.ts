import type { Behaviour } from '../behaviour.ts'
import { all } from '../view/dom.ts'

/** Keeps the ticks in this browser, for this learner; where nothing can be kept, nothing is said. */
const behaviour: Behaviour = {
  element: 'checklist',
  wire(checklist, player) {
    const boxes = all<HTMLInputElement>('input', checklist)
    const key = `ticks ${player.seed}`
    try {
      const kept = (localStorage.getItem(key) ?? '').split(' ')
      for (const box of boxes) box.checked = kept.includes(box.id)
      checklist.addEventListener('change', () => {
        const ticked = boxes.filter(({ checked }) => checked).map(({ id }) => id)
        localStorage.setItem(key, ticked.join(' '))
      })
      const note = checklist.querySelector<HTMLElement>('.checklist-note')
      if (note) note.hidden = false
    } catch {
      // The browser keeps nothing for this page: the boxes are ticked for this sitting only.
    }
  },
}
export default behaviour

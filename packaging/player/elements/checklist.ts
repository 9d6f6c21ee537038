import type { Behaviour } from '../behaviour.ts'
import { keep, kept } from '../keep.ts'
import { all, on, one } from '../view/dom.ts'

/** Keeps the ticks in this browser, for this learner; where nothing can be kept, nothing is said. */
const behaviour: Behaviour = {
  wire(checklist, player) {
    const boxes = all<HTMLInputElement>('input', checklist)
    const key = `ticks ${player.seed}`
    const ticked = kept(key)
    for (const box of boxes) box.checked = ticked.split(' ').includes(box.id)
    on(checklist, 'change', () => {
      keep(key, boxes.flatMap(({ checked, id }) => (checked ? id : [])).join(' '))
    })
    one('.checklist-note', checklist).hidden = !keep(key, ticked)
  },
}
export default behaviour

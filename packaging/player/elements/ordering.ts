import { shuffled } from '#content-schema/scoring/shuffled.ts'
import type { Asked, Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { all, on, one } from '../view/dom.ts'
import { judge } from './shared/fields.ts'

const behaviour: Behaviour<'sequencing'> = {
  form: {
    start(form, question, seed) {
      const first = startingOrder(question, seed)
      arrange(form, first)
      on(form, 'reset', () => arrange(form, first))
      on(form, 'click', ({ target }) => {
        const button = target.closest<HTMLElement>('[data-move]')
        if (button) move(form, button)
      })
    },
    read: (form) => itemsOf(form).map(({ dataset }) => dataset.item!),
    fill: (form, _, answer) => arrange(form, answer),
    reveal(form, { key }, answer) {
      for (const item of itemsOf(form)) {
        const id = item.dataset.item!
        const place = key.items.indexOf(id)
        judge(item, answer[place] === id)
      }
    },
  },
}
export default behaviour

/** The same for the same learner, and never the right one: that would be no question. */
export function startingOrder({ key, id }: Asked<'sequencing'>, seed: string): string[] {
  const order = shuffled(key.items, seed + id)
  if (String(order) === String(key.items)) order.push(order.shift()!)
  return order
}

/**
 * Swaps an item with its neighbour. It is the neighbour that is taken to the other side: an element
 * that is put elsewhere loses the focus.
 */
function move(form: HTMLFormElement, button: HTMLElement): void {
  const item = button.closest('li')!
  const up = button.dataset.move === 'up'
  const neighbour = up ? item.previousElementSibling : item.nextElementSibling
  if (neighbour) item[up ? 'after' : 'before'](neighbour)
  const items = itemsOf(form)
  one('[aria-live]', form).textContent = fill(
    one('.to-order', form).dataset[neighbour ? 'moved' : 'edge']!,
    {
      item: one('.order-words', item).textContent!,
      n: items.indexOf(item) + 1,
      total: items.length,
    },
  )
}

function arrange(form: HTMLFormElement, ids: readonly string[]): void {
  const items = itemsOf(form)
  const known = ids.flatMap((id) => items.find(({ dataset }) => dataset.item === id) ?? [])
  one('.to-order', form).append(...known)
}

function itemsOf(form: HTMLFormElement): HTMLElement[] {
  return all('.to-order > li', form)
}

import type { Question } from '#content-schema/scoring/question.ts'
import { shuffled } from '#content-schema/scoring/shuffled.ts'
import type { Behaviour } from '../behaviour.ts'
import { fill } from '../i18n/words.ts'
import { all, make } from '../view/dom.ts'

const behaviour: Behaviour = {
  element: 'ordering',
  form: {
    start(form, question, seed) {
      const first = startingOrder(question, seed)
      arrange(form, first)
      form.addEventListener('reset', () => arrange(form, first))
      form.addEventListener('click', (event) => {
        const button = (event.target as Element).closest<HTMLElement>('[data-move]')
        if (button) move(form, button)
      })
    },
    read: (form) => itemsOf(form).map(({ dataset }) => dataset.item ?? ''),
    fill: (form, _, answer) => arrange(form, answer),
    reveal(form, question, answer) {
      const right = question.kind === 'sequencing' ? question.key.items : []
      const sentence = listOf(form)?.dataset.right ?? ''
      for (const item of itemsOf(form)) {
        const id = item.dataset.item ?? ''
        const place = right.indexOf(id)
        const isRight = answer[place] === id
        item.classList.add(isRight ? 'is-right' : 'is-wrong')
        if (!isRight) item.append(make('span', 'verdict', fill(sentence, { n: place + 1 })))
      }
    },
  },
}
export default behaviour

/** The same for the same learner, and never the right one: that would be no question. */
export function startingOrder({ kind, key, id }: Question, seed: string): string[] {
  if (kind !== 'sequencing') return []
  const order = shuffled(key.items, seed + id)
  const isRight = order.every((item, index) => item === key.items[index])
  return isRight ? [...order.slice(1), ...order.slice(0, 1)] : order
}

/**
 * Swaps an item with its neighbour. It is the neighbour that is taken to the other side: an element
 * that is put elsewhere loses the focus.
 */
function move(form: HTMLFormElement, button: HTMLElement): void {
  const item = button.closest('li')
  const up = button.dataset.move === 'up'
  const neighbour = up ? item?.previousElementSibling : item?.nextElementSibling
  if (!item) return
  if (up && neighbour) item.after(neighbour)
  else if (neighbour) item.before(neighbour)
  announce(form, item, neighbour ? 'moved' : 'edge')
}

function announce(form: HTMLFormElement, item: HTMLElement, sentence: 'moved' | 'edge'): void {
  const items = itemsOf(form)
  const said = fill(listOf(form)?.dataset[sentence] ?? '', {
    item: item.querySelector('.order-words')?.textContent ?? '',
    n: items.indexOf(item) + 1,
    total: items.length,
  })
  const region = form.querySelector('[aria-live]')
  if (region) region.textContent = said
}

function arrange(form: HTMLFormElement, ids: readonly string[]): void {
  const items = itemsOf(form)
  const known = ids.flatMap((id) => items.find(({ dataset }) => dataset.item === id) ?? [])
  listOf(form)?.append(...known)
}

function listOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector('.to-order')
}

function itemsOf(form: HTMLFormElement): HTMLElement[] {
  return all('.to-order > li', form)
}

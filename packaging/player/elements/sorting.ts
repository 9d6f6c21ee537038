import type { Behaviour } from '../behaviour.ts'
import { all, make, on, one } from '../view/dom.ts'
import { placeForm } from './shared/to-place.ts'

/** As things to be placed, with columns that show what is where. */
const behaviour: Behaviour = {
  form: {
    ...placeForm,
    start(form, question, seed) {
      placeForm.start?.(form, question, seed)
      on(form, 'change', () => showColumns(form))
      // A form says that it will be reset before it is.
      on(form, 'reset', () => queueMicrotask(() => showColumns(form)))
    },
    fill(form, question, answer) {
      placeForm.fill(form, question, answer)
      showColumns(form)
    },
  },
}
export default behaviour

function showColumns(form: HTMLFormElement): void {
  for (const column of all('[data-category]', form)) {
    const placed = all<HTMLSelectElement>('.to-place select', form).filter(
      ({ value }) => value === column.dataset.category,
    )
    const lines = placed.map(({ labels }) => make('li', '', labels[0]!.textContent!))
    one('ul', column).replaceChildren(...lines)
  }
}

import type { Behaviour } from '../behaviour.ts'
import { all, make } from '../view/dom.ts'
import { placeForm } from './shared/to-place.ts'

/** As things to be placed, with columns that show what is where. */
const behaviour: Behaviour = {
  element: 'sorting',
  form: {
    ...placeForm,
    start(form, question, seed) {
      placeForm.start?.(form, question, seed)
      form.addEventListener('change', () => showColumns(form))
      // A form says that it will be reset before it is.
      form.addEventListener('reset', () => queueMicrotask(() => showColumns(form)))
      showColumns(form)
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
    const chosen = all<HTMLSelectElement>('.to-place select', form).filter(
      ({ value }) => value === column.dataset.category,
    )
    const words = chosen.map((list) => list.labels?.[0]?.textContent ?? '')
    column.querySelector('ul')?.replaceChildren(...words.map((text) => make('li', '', text)))
  }
}

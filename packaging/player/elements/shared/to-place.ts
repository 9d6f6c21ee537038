import { shuffled } from '#content-schema/scoring/shuffled.ts'
import type { QuestionForm } from '#packaging/player/behaviour.ts'
import { all, one } from '#packaging/player/view/dom.ts'
import { shuffle } from '#packaging/player/view/shuffle.ts'
import { fieldsForm, judge } from './fields.ts'

/** A list to choose from for each thing to be placed: an answer is what was chosen, in order. */
export const placeForm: QuestionForm = {
  ...fieldsForm((values) => values.every(Boolean)),
  start(form, { id }, seed) {
    for (const rows of all('[data-shuffle-rows]', form)) shuffle(rows, seed + id)
    // The same order in each list; the line that asks to choose stays first.
    for (const list of all<HTMLSelectElement>('[data-shuffle-targets] select', form)) {
      list.append(...shuffled([...list.options].slice(1), seed + id))
    }
  },
  reveal(form) {
    for (const row of all('.to-place > li', form)) {
      judge(row, one<HTMLSelectElement>('select', row).value === row.dataset.target)
    }
  },
}

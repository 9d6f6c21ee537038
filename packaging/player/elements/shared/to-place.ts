import type { Question } from '#content-schema/scoring/question.ts'
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
  reveal(form, question, answer) {
    sourcesOf(question).forEach(({ id, target }, index) => {
      const list = one<HTMLSelectElement>(`select[name="${id}"]`, form)
      const [right] = [...list.options].filter(({ value }) => value === target)
      const { dataset } = one('.to-place', form)
      judge(list.closest('li')!, answer[index] === target, dataset.right, right?.text)
    })
  },
}

function sourcesOf({ kind, key }: Question) {
  return kind === 'matching' ? key.sources : []
}

import type { QuestionForm } from '#packaging/player/behaviour.ts'
import { all, make, one } from '#packaging/player/view/dom.ts'
import { shuffle } from '#packaging/player/view/shuffle.ts'

/** Radio buttons or checkboxes: an answer is the values of those that are checked. */
export const optionsForm = {
  start(form, question, seed) {
    for (const options of all('[data-shuffle]', form)) shuffle(options, seed + question.id)
  },
  read(form) {
    const values = all<HTMLInputElement>('input:checked', form).map(({ value }) => value)
    return values.length > 0 ? values : null
  },
  fill(form, _, answer) {
    for (const input of all<HTMLInputElement>('.options input', form)) {
      input.checked = answer.includes(input.value)
    }
  },
  reveal(form, _, answer, words) {
    for (const choice of all('[data-choice]', form)) {
      const isRight = choice.matches('[data-right]')
      if (!isRight && !answer.includes(choice.dataset.choice!)) continue
      const said = isRight ? words.rightAnswer : words.yourAnswer
      choice.classList.add(isRight ? 'is-right' : 'is-wrong')
      one('.option', choice).append(make('span', 'verdict', said))
    }
  },
} satisfies QuestionForm

import type { Answer, Question } from '#content-schema/scoring/question.ts'
import type { QuestionForm } from '#packaging/player/behaviour.ts'
import { all, make } from '#packaging/player/view/dom.ts'
import { shuffle } from '#packaging/player/view/shuffle.ts'

/** Radio buttons or checkboxes: an answer is the values of those that are checked. */
export function optionsForm(right: (question: Question) => string[]): QuestionForm {
  return {
    start(form, question, seed) {
      const options = form.querySelector('[data-shuffle]')
      if (options) shuffle(options, seed + question.id)
    },
    read(form) {
      const values = all<HTMLInputElement>('input:checked', form).map((input) => input.value)
      return values.length > 0 ? values : null
    },
    fill(form, _, answer) {
      for (const input of all<HTMLInputElement>('.options input', form)) {
        input.checked = answer.includes(input.value)
      }
    },
    reveal(form, question, answer, words) {
      for (const choice of all('[data-choice]', form)) {
        const said = verdictOn(choice, right(question), answer)
        if (said) choice.querySelector('.option')?.append(make('span', 'verdict', words[said]))
      }
    },
  }
}

/** Marks a choice as right or as taken wrongly, and gives the name of what is said of it. */
function verdictOn(choice: HTMLElement, right: string[], answer: Answer) {
  const value = choice.dataset.choice ?? ''
  const isRight = right.includes(value)
  const isMistaken = !isRight && answer.includes(value)
  choice.classList.toggle('is-right', isRight)
  choice.classList.toggle('is-wrong', isMistaken)
  if (isRight) return 'rightAnswer'
  return isMistaken ? 'yourAnswer' : null
}

export function rightChoices(question: Question): string[] {
  if (question.kind !== 'choice') return []
  return question.key.choices.filter(({ correct }) => correct).map(({ id }) => id)
}

import type { Question } from '#content-schema/scoring/question.ts'
import { shuffled } from '#content-schema/scoring/shuffled.ts'
import type { QuestionForm } from '#packaging/player/behaviour.ts'
import { fill } from '#packaging/player/i18n/words.ts'
import { all, make } from '#packaging/player/view/dom.ts'
import { shuffle } from '#packaging/player/view/shuffle.ts'

/** A list to choose from for each thing to be placed: an answer is what was chosen, in order. */
export const placeForm: QuestionForm = {
  start(form, question, seed) {
    const rows = form.querySelector('[data-shuffle-rows]')
    if (rows) shuffle(rows, seed + question.id)
    if (form.querySelector('[data-shuffle-targets]')) shuffleTargets(form, seed + question.id)
  },
  read(form, question) {
    const values = sourcesOf(question).map(({ id }) => listOf(form, id)?.value ?? '')
    return values.every(Boolean) ? values : null
  },
  fill(form, question, answer) {
    sourcesOf(question).forEach(({ id }, index) => {
      const list = listOf(form, id)
      if (list) list.value = answer[index] ?? ''
    })
  },
  reveal(form, question, answer) {
    const sentence = form.querySelector<HTMLElement>('[data-right]')?.dataset.right ?? ''
    sourcesOf(question).forEach(({ id, target }, index) => {
      const list = listOf(form, id)
      const row = list?.closest('li')
      const right = answer[index] === target
      row?.classList.add(right ? 'is-right' : 'is-wrong')
      const name = all<HTMLOptionElement>('option', list ?? form).find(
        ({ value }) => value === target,
      )?.text
      if (!right) row?.append(make('p', 'verdict', fill(sentence, { n: name ?? '' })))
    })
  },
}

function sourcesOf({ kind, key }: Question) {
  return kind === 'matching' ? key.sources : []
}

function listOf(form: HTMLElement, id: string): HTMLSelectElement | null {
  return form.querySelector(`select[name="${id}"]`)
}

/** The same order in each list; the line that asks to choose stays first. */
function shuffleTargets(form: HTMLElement, seed: string): void {
  for (const list of all<HTMLSelectElement>('.to-place select', form)) {
    const [, ...targets] = Array.from(list.options)
    list.append(...shuffled(targets, seed))
  }
}

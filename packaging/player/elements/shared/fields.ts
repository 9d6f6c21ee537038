import type { Answer, KindName, Question } from '#content-schema/scoring/question.ts'
import type { Asked, QuestionForm } from '#packaging/player/behaviour.ts'
import { all, make } from '#packaging/player/view/dom.ts'

type Field = HTMLInputElement | RadioNodeList

/**
 * A form whose answer is the value of each of its fields, in their order: what is typed, chosen in a
 * list, or taken of a group of radio buttons.
 */
export function fieldsForm<Kind extends KindName>(
  isComplete: (values: Answer, question: Asked<Kind>) => boolean,
): Pick<QuestionForm<Kind>, 'read' | 'fill'> {
  return {
    read(form, question) {
      const values = fieldsOf(form, question).map(({ value }) => value.trim())
      return isComplete(values, question) ? values : null
    },
    fill(form, question, answer) {
      fieldsOf(form, question).forEach((field, index) => {
        field.value = answer[index] ?? ''
      })
    },
  }
}

/** In the order of the page, but for things to be placed: those are shown in any order. */
export function fieldsOf(form: HTMLFormElement, { kind, key }: Question): Field[] {
  const names =
    kind === 'matching'
      ? key.sources.map(({ id }) => id)
      : all<HTMLInputElement>('[name]', form).map(({ name }) => name)
  return [...new Set(names)].map((name) => form.elements.namedItem(name) as Field)
}

/** Says whether a part of an answer is right, and under a wrong one what would have been. */
export function judge(part: HTMLElement, isRight: boolean): void {
  part.classList.add(isRight ? 'is-right' : 'is-wrong')
  if (!isRight) part.append(make('span', 'verdict', part.dataset.right))
}

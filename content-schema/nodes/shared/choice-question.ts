import type { Node } from 'prosemirror-model'
import type { Described } from '#content-schema/element.ts'
import { excerpt } from '#content-schema/plain-text.ts'
import type { ChoiceKey } from '#content-schema/scoring/kinds/choice.ts'
import { choicesOf } from './question-faults.ts'

/** What a question with choices is marked against; `null` without a right one, or with too many. */
export function choiceKey(
  question: Node,
  { multiple, partialCredit }: Pick<ChoiceKey, 'multiple' | 'partialCredit'>,
): { kind: 'choice'; key: ChoiceKey } | null {
  const choices = choicesOf(question).map(({ attrs }) => ({
    id: String(attrs.id),
    correct: attrs.correct === true,
  }))
  const right = choices.filter(({ correct }) => correct).length
  const marked = multiple ? right > 0 : right === 1
  return marked ? { kind: 'choice', key: { choices, multiple, partialCredit } } : null
}

export function describeChoices(question: Node): Described[] {
  const choices = choicesOf(question).map((choice) => ({
    id: String(choice.attrs.id),
    text: excerpt(choice.firstChild ?? choice, 200),
  }))
  return [{ prompt: askedIn(question), choices }]
}

/** What a question asks, at most 240 characters. */
export function askedIn(question: Node): string {
  return excerpt(question.firstChild ?? question, 240)
}

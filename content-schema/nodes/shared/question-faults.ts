import type { Node } from 'prosemirror-model'
import type { Fault } from '#content-schema/element.ts'

/** A question that asks nothing. */
export function promptFaults(question: Node): Fault[] {
  const asked = question.firstChild?.textContent.trim()
  return asked ? [] : [{ code: 'completeness.question-without-prompt', severity: 'blocks' }]
}

/** Choices that say nothing, and a key that marks nothing or too much. */
export function choiceFaults(question: Node, mostRight: number): Fault[] {
  const choices = choicesOf(question)
  const right = choices.filter(({ attrs }) => attrs.correct).length
  const empty = choices.filter((choice) => choice.firstChild?.textContent.trim() === '')
  return [
    ...empty.map(
      (within): Fault => ({
        code: 'completeness.choice-without-text',
        severity: 'blocks',
        within,
      }),
    ),
    ...(right === 0 ? [blocking('completeness.question-without-right-choice')] : []),
    ...(right > mostRight
      ? [blocking('completeness.question-with-several-right-choices')]
      : []),
  ]
}

export function choicesOf(question: Node): Node[] {
  return question.children.filter(({ type }) => type.name === 'choice') as Node[]
}

function blocking(code: string): Fault {
  return { code, severity: 'blocks' }
}

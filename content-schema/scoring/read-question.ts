import type { Node } from 'prosemirror-model'
import type { Question, QuestionChoice } from './question.ts'

/**
 * Reduces a question node to what marking it needs; `null` when its author has not finished it
 * (no right answer yet, or several where one is wanted) or when the node is no question.
 */
export function readQuestion(node: Node): Question | null {
  const { id, points, tries } = node.attrs
  const shared = { id, points, tries }
  switch (node.type.name) {
    case 'singleChoice':
      return withChoices(node, 1, (choices) => ({ ...shared, kind: 'singleChoice', choices }))
    case 'multipleChoice':
      return withChoices(node, Number.POSITIVE_INFINITY, (choices) => ({
        ...shared,
        kind: 'multipleChoice',
        choices,
        partialCredit: node.attrs.partialCredit,
      }))
    case 'trueFalse':
      return { ...shared, kind: 'trueFalse', answer: node.attrs.answer }
    case 'numeric':
      return readNumeric(node, shared)
    default:
      return null
  }
}

function withChoices(
  node: Node,
  mostRight: number,
  build: (choices: QuestionChoice[]) => Question,
): Question | null {
  const choices = node.children
    .filter((child) => child.type.name === 'choice')
    .map(({ attrs }) => ({ id: attrs.id, correct: attrs.correct }))
  const right = choices.filter((choice) => choice.correct).length
  return right >= 1 && right <= mostRight ? build(choices) : null
}

function readNumeric(
  node: Node,
  shared: { id: string; points: number; tries: number },
): Question | null {
  const { value, tolerance } = node.attrs
  if (value === null) return null
  return { ...shared, kind: 'numeric', value, tolerance: tolerance ?? 0 }
}

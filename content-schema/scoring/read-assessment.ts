import type { Node } from 'prosemirror-model'
import { within } from '../elements.ts'
import { elementOf, isQuestion } from '../schema.ts'
import type { Assessment } from './assessment.ts'
import { readQuestion } from './read-question.ts'

/**
 * Reduces an element that asks the questions in it together to its rules; `null` when it is no such
 * element, or when none of its questions is finished.
 */
export function readAssessment(node: Node): Assessment | null {
  const rules = elementOf(node)?.assessment?.(node)
  const questions = within(node)
    .filter(({ type }) => isQuestion(type.name))
    .flatMap((each) => readQuestion(each)?.id ?? [])
  return rules && questions.length > 0
    ? { ...rules, id: String(node.attrs.id), questions }
    : null
}

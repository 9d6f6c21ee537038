import type { Node } from 'prosemirror-model'
import { elementOf } from '../schema.ts'
import type { Question } from './question.ts'

/**
 * Reduces a question node to what marking it needs; `null` when its author has not finished it
 * (no right answer yet, or several where one is wanted) or when the node is no question.
 */
export function readQuestion(node: Node): Question | null {
  const read = elementOf(node)?.question?.key(node)
  if (!read) return null
  const { id, points = 0, tries = 1 } = node.attrs
  return { id, points, tries, ...read } as Question
}

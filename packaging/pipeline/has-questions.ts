import type { Node } from 'prosemirror-model'
import { questionsOf } from '#content-schema/elements.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'

/** Whether there is anything to score: questions that are not finished are not asked. */
export function hasQuestions(doc: Node): boolean {
  return questionsOf(doc).some(({ node }) => readQuestion(node) !== null)
}

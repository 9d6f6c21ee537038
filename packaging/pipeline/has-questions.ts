import type { Node } from 'prosemirror-model'
import { questionsOf } from '#content-schema/elements.ts'
import { isScored } from '#content-schema/scoring/mark-answer.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'

/** Whether there is anything to score: questions that are not finished are not asked. */
export function hasQuestions(doc: Node): boolean {
  return questionsOf(doc).some(({ node }) => {
    const question = readQuestion(node)
    return question !== null && isScored(question)
  })
}

import type { Node } from 'prosemirror-model'
import { assessmentsOf, questionsOf, requiredOf, sectionsOf } from '#content-schema/elements.ts'
import { readAssessment } from '#content-schema/scoring/read-assessment.ts'
import { readQuestion } from '#content-schema/scoring/read-question.ts'
import { largestSuspendData } from './player/suspend-data.ts'

/** The most an author should ask an LMS to keep: SCORM 1.2 promises 4,096 characters. */
const suspendDataTarget = 3500

/**
 * How much of an LMS's memory the state of a module can take, at the worst.
 *
 * @returns characters, the target they should stay under, and whether they do
 */
export function suspendDataBudget(doc: Node) {
  const questions = questionsOf(doc).flatMap(({ node }) => readQuestion(node) ?? [])
  const assessments = assessmentsOf(doc).flatMap(({ node }) => readAssessment(node) ?? [])
  const size = { sections: sectionsOf(doc).length, required: requiredOf(doc).length }
  const characters = largestSuspendData(size, questions, assessments)
  return { characters, target: suspendDataTarget, fits: characters <= suspendDataTarget }
}
